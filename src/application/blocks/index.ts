// All blocks that a person answers, in the order of the form.
import { applicantBlock } from './applicant-block.ts';
import { bankBlock } from './bank-block.ts';
import { categoryBlock } from './category-block.ts';
import { consentsBlock } from './consents-block.ts';
import { contactsBlock } from './contacts-block.ts';
import { familyBlock } from './family-block.ts';
import type { AskedBlock, FormBlock, ListBlockId } from './form-block.ts';
import { headerBlock } from './header-block.ts';
import { incomeBlock } from './income-block.ts';
import type { ListBlock } from './list-block.ts';
import { propertyBlock } from './property-block.ts';
import { representativeBlock } from './representative-block.ts';
import { residenceBlock } from './residence-block.ts';

/** A block whose form is known to itself only; routes hand it what its own schema let through. */
export type AnyBlock = { readonly [Block in AskedBlock]: FormBlock<Block, never> }[AskedBlock];
export type AnyList = { readonly [Block in ListBlockId]: ListBlock<Block, never> }[ListBlockId];

const lists = {
  family: familyBlock,
  income: incomeBlock,
  property: propertyBlock,
} as const;

const blocks = {
  header: headerBlock,
  representative: representativeBlock,
  applicant: applicantBlock,
  residence: residenceBlock,
  contacts: contactsBlock,
  category: categoryBlock,
  ...lists,
  bank: bankBlock,
  consents: consentsBlock,
} as const;

export const blockOf = (id: AskedBlock): AnyBlock => blocks[id] as unknown as AnyBlock;

export const listBlockOf = (id: ListBlockId): AnyList => lists[id] as unknown as AnyList;
