// The page of the sandbox authority for people: what this is, which certificates it gave out, a button to revoke and one to restore.
import { escapeHtml, htmlPage } from '../page.ts';
import type { Moods } from './moods.ts';
import type { Issued } from './store.ts';

const SHOWN = 200;

/** @param issued the register, oldest first */
export function authorityPage(
  issued: readonly Issued[],
  { moods, now }: { moods: Moods; now: Date },
): string {
  const people = issued.filter((each) => each.iin !== undefined).reverse();
  const list =
    people.length === 0
      ? '<p>Пока никому ничего не выдано.</p>'
      : people
          .slice(0, SHOWN)
          .map((each) => card(each, now))
          .join('');
  const odd = Object.entries(moods).filter(([, mood]) => mood !== 'normal');
  const warning =
    odd.length === 0
      ? '<p>Все службы отвечают как положено.</p>'
      : `<p><strong>Службы нарочно отвечают плохо:</strong> ${odd.map(([service, mood]) => `<code>${escapeHtml(`${service}: ${mood}`)}</code>`).join(', ')}. Вернуть: <code>POST /mood</code>.</p>`;
  return htmlPage({
    title: 'Пробный удостоверяющий центр',
    body: `<p>Это не Национальный удостоверяющий центр. Это программа, которая заменяет его в демонстрации и в тестах: её ключи и сертификаты нигде больше не действуют, а люди в них выдуманы.</p>
<p>Отзовите сертификат, и портал откажется принять подпись этим ключом; верните, и примет снова.</p>${warning}<h2>Выданные сертификаты, новые сверху</h2>${list}`,
  });
}

const day = (moment: string): string => moment.slice(0, 10);

function card(each: Issued, now: Date): string {
  const ended = new Date(each.notAfter) < now;
  const revoked =
    each.revoked && `отозван <time datetime="${each.revoked.at}">${day(each.revoked.at)}</time>`;
  const state = revoked ?? (ended ? 'срок истёк' : 'действует');
  const [action, word] = each.revoked ? ['restore', 'Вернуть'] : ['revoke', 'Отозвать'];
  const label = `${word} сертификат: ${each.holder}, ${each.use}`;
  return `<article><h3>${escapeHtml(each.holder)}</h3><p>ИИН <code>${escapeHtml(each.iin ?? '')}</code>; ${escapeHtml(each.use)}; с ${day(each.notBefore)} по ${day(each.notAfter)}</p><p><strong>${state}</strong></p><form method="post" action="/${action}"><input type="hidden" name="serial" value="${escapeHtml(each.serial)}"><button aria-label="${escapeHtml(label)}">${word}</button></form></article>`;
}
