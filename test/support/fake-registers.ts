// The outside world at its port: registers that a test can fill, silence and ask what they were asked. Integration tests only; journeys
// speak to the real stand-in over HTTP.
import { randomUUID } from 'node:crypto';
import { PEOPLE, type SandboxPerson } from '../../sandbox/gateway/people.ts';
import type { RegisterAnswer, Registers, SystemId } from '../../src/registers/index.ts';

export interface FakeRegisters extends Registers {
  readonly people: Map<string, SandboxPerson>;
  /** Systems that do not answer. */
  readonly silent: Set<SystemId | 'sms'>;
  readonly messages: { phone: string; text: string; messageId: string }[];
  /** The code in the latest message to a phone. */
  codeFor(phone: string): string;
}

export function createFakeRegisters(): FakeRegisters {
  const people = new Map<string, SandboxPerson>(PEOPLE.map((one) => [one.person.iin, one]));
  const silent = new Set<SystemId | 'sms'>();
  const messages: FakeRegisters['messages'] = [];

  const answer = <T>(system: SystemId, data: T | undefined): Promise<RegisterAnswer<T>> => {
    const asked = { system, requestId: randomUUID(), at: new Date().toISOString() };
    if (silent.has(system)) return Promise.resolve({ ...asked, outcome: 'unavailable' });
    return Promise.resolve(
      data === undefined ? { ...asked, outcome: 'nothing' } : { ...asked, outcome: 'found', data },
    );
  };

  return {
    people,
    silent,
    messages,
    person: (iin) => answer('persons', people.get(iin)?.person),
    disability: (iin) => answer('disability', people.get(iin)?.disability),
    disease: (iin) => answer('disease', people.get(iin)?.disease),
    phone: (iin) => {
      const phone = people.get(iin)?.phone;
      return answer('mobile', phone === undefined ? undefined : { phone });
    },
    sendSms(phone, text, messageId) {
      if (silent.has('sms')) return Promise.resolve(false);
      if (!messages.some((known) => known.messageId === messageId)) messages.push({ phone, text, messageId });
      return Promise.resolve(true);
    },
    codeFor(phone) {
      const text = messages.findLast((message) => message.phone === phone)?.text ?? '';
      const code = /\d{6}/.exec(text)?.[0];
      if (code === undefined) throw new Error(`no code was sent to ${phone}`);
      return code;
    },
  };
}
