// What the page of a block shows besides its fields: the same page serves the citizen at home and the clerk at the desk.
import { BASES } from './answers.ts';
import { groupIban } from '../regulations/index.ts';
import { registeredPerson, rowsOfPerson } from './blocks/applicant-block.ts';
import { groundsFor } from './blocks/category-block.ts';
import { submittersOf } from './blocks/header-block.ts';
import { consentChoices } from './blocks/consents-block.ts';
import { titleOf, type AskedBlock, type BlockContext, type Words } from './blocks/form-block.ts';
import { registeredAddress } from './blocks/residence-block.ts';
import { registerRows } from './register-rows.ts';
import { isRepresented } from './portal-form.ts';
import { paperIsNeeded } from './task-list.ts';

/** @returns the model of `application/blocks/<block>` */
export function blockModel(block: AskedBlock, context: BlockContext, words: Words) {
  const { content } = context;
  const { disability, disease, mobile } = content.registers;
  const person = registeredPerson(content);
  return {
    heading: titleOf(block, content, words),
    represented: isRepresented(context),
    filedBy: context.filedBy,
    submitters: submittersOf(context),
    bases: BASES,
    person: person === undefined ? undefined : rowsOfPerson(person, content, words),
    address: registeredAddress(content, words.language),
    phoneInBase: mobile?.outcome,
    eligibility: context.eligibility,
    mayHaveNoCategory: context.door.who === 'everyone',
    findings: [disability, disease].flatMap((answer) =>
      answer === undefined ? [] : registerRows(answer, words),
    ),
    grounds: block === 'category' ? groundsFor(context) : [],
    hasGrounds: context.regulation.grounds.length > 0,
    consents: block === 'consents' ? consentChoices(context, words) : [],
    ibanExample: groupIban('KZ31601A000000000001'),
    paperIsNeeded: paperIsNeeded(content),
  };
}
