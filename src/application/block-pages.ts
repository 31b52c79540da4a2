// The pages of the blocks: the same for the citizen at home and the clerk at the desk, who keep what is typed each in their own way.
import { nothingForm, type FormResult, type FormState } from '../http/forms.ts';
import { path, type Path } from '../http/paths.ts';
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type AccessRule, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { isId, newId } from '../platform/ids.ts';
import type { Result } from '../platform/result.ts';
import type { Entry } from './answers.ts';
import { blockModel } from './block-view.ts';
import { ASKED_BLOCKS, isList, LIST_BLOCKS, type AskedBlock } from './blocks/form-block.ts';
import { blockOf, listBlockOf } from './blocks/index.ts';
import { entriesOf } from './blocks/list-block.ts';
import {
  answered,
  askedContent,
  withEntry,
  withoutEntry,
  type Change,
  type EntryPlace,
  type Mend,
  type OpenForm,
} from './form-change.ts';
import { askedBlocksOf } from './portal-form.ts';

/** Where forms are filled: who may, which form it is, and how what was typed is kept. */
export interface FormPlace<Speaker> {
  /** The address below which each form has its own. */
  readonly base: string;
  readonly looks: {
    readonly access: AccessRule<Speaker>;
    readonly audit: { readonly action: string; readonly about: 'id' };
  };
  readonly changes: FormPlace<Speaker>['looks'];
  open(visit: Visit<Speaker, 'id'>): Promise<Result<OpenForm, Reply>>;
  /** Keeps a change; the value says where the way goes on after a block. */
  keep(
    visit: Visit<Speaker, 'id'>,
    change: Change,
  ): Promise<Result<(block: AskedBlock) => string, Mend | Reply>>;
}

/** The rows of all blocks of the forms of a place. */
export function blockRows<Speaker>(place: FormPlace<Speaker>): RouteRow[] {
  const { looks, changes } = place;
  return [
    ...ASKED_BLOCKS.flatMap((block) => [
      get(blockPath(place, block), looks, (visit) =>
        withBlock(place, visit, block, (open) => blockPage(block, open)),
      ),
      post(blockPath(place, block), { ...changes, form: blockOf(block).form }, (visit, form) =>
        withBlock(place, visit, block, (open) => saveBlock(place, { block, visit, form, open })),
      ),
    ]),
    ...LIST_BLOCKS.flatMap((block) => entryRows(place, block)),
  ];
}

function entryRows<Speaker>(place: FormPlace<Speaker>, block: (typeof LIST_BLOCKS)[number]): RouteRow[] {
  const { looks, changes } = place;
  const entryPath = path(`${place.base}/:id/${block}/:entry`) as Path as Path<'/:id/:entry'>;
  const removePath = path(`${place.base}/:id/${block}/:entry/remove`) as Path as Path<'/:id/:entry'>;
  const list = blockPath(place, block);
  return [
    get(entryPath, looks, (visit) =>
      withBlock(place, visit, block, (open) =>
        isId(visit.params.entry)
          ? entryPage({ block, entry: visit.params.entry }, open)
          : problem('not-found'),
      ),
    ),
    post(entryPath, { ...changes, form: listBlockOf(block).entryForm }, (visit, form) =>
      withBlock(place, visit, block, async (open) => {
        const at = { block, entry: visit.params.entry };
        if (!isId(at.entry)) return problem('not-found');
        if (!form.ok) return entryPage(at, open, form.state);
        const kept = await place.keep(visit, withEntry(at, form.value, open));
        return kept.ok
          ? redirect(list.at({ id: visit.params.id }))
          : refusal(kept.problem, form, (state) => entryPage(at, open, state));
      }),
    ),
    post(removePath, { ...changes, form: nothingForm, from: list }, (visit) =>
      withBlock(place, visit, block, async () => {
        const kept = await place.keep(visit, withoutEntry({ block, entry: visit.params.entry }));
        if (kept.ok) return redirect(list.at({ id: visit.params.id }));
        return 'mend' in kept.problem ? problem('conflict') : kept.problem;
      }),
    ),
  ];
}

const blockPath = ({ base }: Pick<FormPlace<never>, 'base'>, block: AskedBlock): Path<'/:id'> =>
  path(`${base}/:id/${block}`) as Path as Path<'/:id'>;

/** A page of a block that the form asks for; any other is no page of this form. */
async function withBlock<Speaker>(
  place: FormPlace<Speaker>,
  visit: Visit<Speaker, 'id'>,
  block: AskedBlock,
  show: (open: OpenForm) => Promise<Reply> | Reply,
): Promise<Reply> {
  const opened = await place.open(visit);
  if (!opened.ok) return opened.problem;
  return askedBlocksOf(opened.value.context).includes(block)
    ? show(opened.value)
    : redirect(opened.value.tasks);
}

/** The page of a block, filled as saved or as typed. */
function blockPage(block: AskedBlock, open: OpenForm, refused?: FormState): Reply {
  const { context, tasks, typed, words } = open;
  const state = refused ?? { values: typed ?? blockOf(block).fill(context), errors: [] };
  const common = { back: tasks, ...blockModel(block, context, words) };
  if (!isList(block)) return page(`application/blocks/${block}`, common, state);
  const list = listBlockOf(block);
  const entries: readonly Entry[] = entriesOf(context.content, block);
  const base = `${tasks}/${block}`;
  return page(
    'application/list',
    {
      ...common,
      block,
      base,
      lead: list.lead?.(context, words) ?? words.t(`application:lists.${block}.lead`),
      entries: entries.map((entry) => ({
        id: entry.id,
        trouble: list.trouble?.(entry as never, context),
        ...list.entryRow(entry as never, context, words),
      })),
      sums:
        entries.length === 0
          ? []
          : (list.sums?.(entries as never, { content: askedContent(context) }, words) ?? []),
      addHref: entries.length < list.most ? `${base}/${newId()}` : undefined,
      most: list.most,
    },
    state,
  );
}

function entryPage({ block, entry }: EntryPlace, open: OpenForm, refused?: FormState): Reply {
  const { context, tasks, typed, words } = open;
  const list = listBlockOf(block);
  const entries: readonly Entry[] = entriesOf(context.content, block);
  const known = entries.find(({ id }) => id === entry);
  return page(
    `application/entries/${block}`,
    { back: `${tasks}/${block}`, ...list.choices({ ...context, content: askedContent(context) }, words) },
    refused ?? { values: typed ?? (known === undefined ? {} : list.fillEntry(known as never)), errors: [] },
  );
}

interface SaveInput<Speaker> {
  readonly block: AskedBlock;
  readonly visit: Visit<Speaker, 'id'>;
  readonly form: FormResult<unknown>;
  readonly open: OpenForm;
}

async function saveBlock<Speaker>(place: FormPlace<Speaker>, input: SaveInput<Speaker>): Promise<Reply> {
  const { block, visit, form, open } = input;
  if (!form.ok) return blockPage(block, open, form.state);
  const kept = await place.keep(visit, answered(block, form.value, open));
  return kept.ok
    ? redirect(kept.value(block))
    : refusal(kept.problem, form, (state) => blockPage(block, open, state));
}

const refusal = (
  refused: Mend | Reply,
  form: FormResult<unknown>,
  show: (state: FormState) => Reply,
): Reply => ('mend' in refused ? show({ values: form.state.values, errors: refused.mend }) : refused);
