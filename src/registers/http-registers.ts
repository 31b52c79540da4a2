// Speaks to the gateway of the state registers: JSON over HTTP, the IIN in the body and never in an address that a log could keep.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { describeError, type Log } from '../platform/log.ts';
import {
  diseaseSchema,
  disabilitySchema,
  personSchema,
  phoneSchema,
  type Disability,
  type Disease,
  type Person,
  type RegisterAnswer,
  type RegisteredPhone,
  type SystemId,
} from './register-answer.ts';

export interface Registers {
  /** State database of natural persons (ГБД ФЛ): names, documents, registered address. */
  person(iin: string): Promise<RegisterAnswer<Person>>;
  /** Central data bank of persons with a disability (ЦБДИ), own state and that of the children represented. */
  disability(iin: string): Promise<RegisterAnswer<Disability>>;
  /** Register of patients under observation (ЭРДБ). */
  disease(iin: string): Promise<RegisterAnswer<Disease>>;
  /** Mobile citizens base (БМГ): the phone that belongs to the IIN. */
  phone(iin: string): Promise<RegisterAnswer<RegisteredPhone>>;
  /** Hands a short message to the operator. False when it was not taken: the caller tries again later or says so. */
  sendSms(phone: string, text: string, messageId: string): Promise<boolean>;
}

const TIMEOUT_MS = 5_000;
const LARGEST_ANSWER = 256 * 1024;

const envelope = z.discriminatedUnion('result', [
  z.object({ result: z.literal('found'), data: z.unknown() }),
  z.object({ result: z.literal('nothing') }),
]);

/** @param options.url address of the gateway; `token` is what it knows us by */
export function createHttpRegisters(options: {
  url: string;
  token: string;
  clock: Clock;
  log: Log;
}): Registers {
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${options.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${options.token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
    const text = await response.text();
    if (text.length > LARGEST_ANSWER) throw new Error('the answer of the gateway is too large');
    return JSON.parse(text) as unknown;
  };

  const ask = async <T>(system: SystemId, iin: string, schema: z.ZodType<T>): Promise<RegisterAnswer<T>> => {
    const requestId = randomUUID();
    try {
      const answer = envelope.parse(await post(`/registers/${system}`, { requestId, iin }));
      const at = options.clock.now().toISOString();
      if (answer.result === 'nothing') return { outcome: 'nothing', system, requestId, at };
      return { outcome: 'found', system, requestId, at, data: schema.parse(answer.data) };
    } catch (error) {
      // A schema error quotes what it read, so only its kind is logged.
      const cause =
        error instanceof z.ZodError ? 'the answer has an unknown form' : describeError(error).message;
      options.log.warn({ system, requestId, cause }, 'register did not answer');
      return { outcome: 'unavailable', system, requestId, at: options.clock.now().toISOString() };
    }
  };

  return {
    person: (iin) => ask('persons', iin, personSchema),
    disability: (iin) => ask('disability', iin, disabilitySchema),
    disease: (iin) => ask('disease', iin, diseaseSchema),
    phone: (iin) => ask('mobile', iin, phoneSchema),
    async sendSms(phone, text, messageId) {
      try {
        await post('/sms', { messageId, phone, text });
        return true;
      } catch (error) {
        options.log.warn({ messageId, cause: describeError(error).message }, 'sms was not taken');
        return false;
      }
    },
  };
}
