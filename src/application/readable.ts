// The bytes to be signed, as a person reads and hears them: what you see is what you sign. Made from the payload itself, in the language
// of the page; nothing of the payload but technical numbers is left out.
import { formatMoment } from '../http/format.ts';
import type { RegisterAnswer } from '../registers/index.ts';
import { pinnedRegulation } from './pinned-regulation.ts';
import { blockOf } from './blocks/index.ts';
import { ASKED_BLOCKS, titleOf, type AskedBlock, type Row, type Words } from './blocks/form-block.ts';
import type { Regulation } from '../regulations/index.ts';
import type { Content, Intake } from './application.ts';
import type { ApplicationPayload, Payload, SupplementPayload } from './payload.ts';
import { registerRows } from './register-rows.ts';

export interface Section {
  /** Block or part; pages link a change to it. */
  readonly id: AskedBlock | 'service' | 'attachments' | 'registers' | 'intake' | 'mark';
  readonly title: string;
  readonly rows: readonly Row[];
}

/** All sections of a payload, in the order of the form. */
export function describePayload(payload: Payload, words: Words): Section[] {
  return payload.document === 'komek/application'
    ? describeApplication(payload, words)
    : describeSupplement(payload, words);
}

function describeApplication(payload: ApplicationPayload, words: Words): Section[] {
  const { t, language } = words;
  const regulation = pinnedRegulation(payload.regulation);
  const content: Content = { answers: payload.answers, registers: payload.registers, attachments: [] };
  return [
    {
      id: 'service',
      title: t('application:readable.service'),
      rows: [
        { key: t('application:readable.serviceName'), lines: [regulation.name[language]] },
        { key: t('application:readable.provider'), lines: [regulation.provider[language]] },
        { key: t('application:readable.iin'), lines: [payload.applicant.iin] },
      ],
    },
    ...describeAnswers(content, words),
    {
      id: 'attachments',
      title: t('application:blocks.attachments'),
      rows: attachmentRows(payload.attachments, words),
    },
    {
      id: 'registers',
      title: t('application:blocks.registers'),
      rows: registerList(payload.registers, words),
    },
    ...(payload.intake === undefined ? [] : [intakeSection(payload.intake, regulation, words)]),
    markSection(payload, words),
  ];
}

/** Who brought it, when, and what was found in the package. */
function intakeSection(intake: Intake, regulation: Regulation, { t, language }: Words): Section {
  const { broughtBy, receivedAt, clerk, papers, missing } = intake;
  return {
    id: 'intake',
    title: t('application:intake.title'),
    rows: [
      { key: t('application:intake.receivedAt'), lines: [formatMoment(new Date(receivedAt), language)] },
      {
        key: t('application:intake.broughtBy'),
        lines: [
          t(`application:intake.bringers.${broughtBy.who}`),
          ...(broughtBy.name ? [broughtBy.name] : []),
        ],
      },
      { key: t('application:intake.clerk'), lines: [clerk.name] },
      ...papers.map(({ id, state }) => ({
        key: regulation.documents.find((one) => one.id === id)?.name[language] ?? id,
        lines: [t(`application:intake.states.${state}`)],
      })),
      ...(missing === '' ? [] : [{ key: t('application:intake.missing'), lines: missing.split('\n') }]),
    ],
  };
}

/** The answered blocks of a form. */
export function describeAnswers(content: Content, words: Words): Section[] {
  return ASKED_BLOCKS.flatMap((id) => {
    const answer = content.answers[id];
    if (answer === undefined) return [];
    return [
      {
        id,
        title: titleOf(id, content, words),
        rows: blockOf(id).rows(answer as never, { content }, words),
      },
    ];
  });
}

function describeSupplement(payload: SupplementPayload, words: Words): Section[] {
  const { t } = words;
  return [
    {
      id: 'service',
      title: t('application:readable.supplement'),
      rows: [
        { key: t('application:readable.number'), lines: [payload.number] },
        { key: t('application:readable.iin'), lines: [payload.applicant.iin] },
        ...(payload.remark === ''
          ? []
          : [{ key: t('application:supplement.remark'), lines: payload.remark.split('\n') }]),
      ],
    },
    {
      id: 'attachments',
      title: t('application:blocks.attachments'),
      rows: attachmentRows(payload.attachments, words),
    },
    markSection(payload, words),
  ];
}

function markSection(payload: Payload, { t, language }: Words): Section {
  return {
    id: 'mark',
    title: t('application:readable.mark'),
    rows: [
      {
        key: t('application:readable.preparedAt'),
        lines: [formatMoment(new Date(payload.preparedAt), language)],
      },
      { key: t('application:readable.nonce'), lines: [payload.nonce] },
    ],
  };
}

export function attachmentRows(attachments: ApplicationPayload['attachments'], { t }: Words): Row[] {
  if (attachments.length === 0)
    return [{ key: t('application:attachments.list'), lines: [t('application:attachments.none')] }];
  return attachments.map(({ kind, name, size, sha256 }) => ({
    key: t(`application:attachments.kinds.${kind}`),
    lines: [name],
    note: t('application:attachments.print', { size: Math.ceil(size / 1024), sha256: sha256.slice(0, 16) }),
  }));
}

const registerList = (registers: ApplicationPayload['registers'], words: Words): Row[] =>
  [registers.persons, registers.disability, registers.disease, registers.mobile]
    .filter((answer): answer is NonNullable<typeof answer> => answer !== undefined)
    .flatMap((answer: RegisterAnswer<unknown>) => registerRows(answer, words));

/** The same sections as plain text, for reading aloud or keeping. */
export function asPlainText(title: string, sections: readonly Section[]): string {
  const parts = sections.map(({ title: heading, rows }) =>
    [
      heading,
      ...rows.map(
        ({ key, lines, note }) => `  ${key}: ${lines.join('; ')}${note === undefined ? '' : ` (${note})`}`,
      ),
    ].join('\n'),
  );
  return `${[title, ...parts].join('\n\n')}\n`;
}
