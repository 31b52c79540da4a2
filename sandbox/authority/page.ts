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
  const rows = people.slice(0, SHOWN).map((each) => row(each, now));
  const table =
    rows.length === 0
      ? '<p>Пока никому ничего не выдано.</p>'
      : `<table><caption>Выданные сертификаты, новые сверху</caption><thead><tr><th scope="col">Владелец</th><th scope="col">Для чего</th><th scope="col">Срок</th><th scope="col">Состояние</th><th scope="col">Действие</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const odd = Object.entries(moods).filter(([, mood]) => mood !== 'normal');
  const warning =
    odd.length === 0
      ? '<p>Все службы отвечают как положено.</p>'
      : `<p><strong>Службы нарочно отвечают плохо:</strong> ${odd.map(([service, mood]) => `<code>${escapeHtml(`${service}: ${mood}`)}</code>`).join(', ')}. Вернуть: <code>POST /mood</code>.</p>`;
  return htmlPage({
    title: 'Пробный удостоверяющий центр',
    body: `<p>Это не Национальный удостоверяющий центр. Это программа, которая заменяет его в демонстрации и в тестах: её ключи и сертификаты нигде больше не действуют, а люди в них выдуманы.</p>
<p>Отзовите сертификат, и портал откажется принять подпись этим ключом; верните, и примет снова.</p>${warning}${table}`,
  });
}

const day = (moment: string): string => moment.slice(0, 10);

function row(each: Issued, now: Date): string {
  const ended = new Date(each.notAfter) < now;
  const state = each.revoked
    ? `отозван <time datetime="${each.revoked.at}">${day(each.revoked.at)}</time>`
    : ended
      ? 'срок истёк'
      : 'действует';
  const action = each.revoked ? ['restore', 'Вернуть'] : ['revoke', 'Отозвать'];
  const label = `${action[1] ?? ''} сертификат: ${each.holder}, ${each.use}`;
  return `<tr><td>${escapeHtml(each.holder)}<br><code>${escapeHtml(each.iin ?? '')}</code></td><td>${escapeHtml(each.use)}</td><td>${day(each.notBefore)} – ${day(each.notAfter)}</td><td>${state}</td><td><form method="post" action="/${action[0] ?? ''}"><input type="hidden" name="serial" value="${escapeHtml(each.serial)}"><button aria-label="${escapeHtml(label)}">${action[1] ?? ''}</button></form></td></tr>`;
}
