// The cabinet page of one application changes by itself: when the version differs, the page is fetched again and its content put in place.
// Without this script a plain reload shows the same.

const region = document.querySelector<HTMLElement>('[data-live]');
if (region !== null) watch(region);

function watch(live: HTMLElement): void {
  const address = live.dataset.live ?? '';
  const events = new EventSource(address);
  events.addEventListener('message', (event: MessageEvent<string>) => {
    if (event.data !== document.querySelector<HTMLElement>('[data-live]')?.dataset.version) void refresh();
  });
  addEventListener('pagehide', () => {
    events.close();
  });
}

async function refresh(): Promise<void> {
  const response = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok || response.redirected) return;
  const fresh = new DOMParser()
    .parseFromString(await response.text(), 'text/html')
    .querySelector<HTMLElement>('[data-live]');
  const shown = document.querySelector<HTMLElement>('[data-live]');
  if (fresh === null || shown === null) return;
  // The status line stays in place, so that a screen reader hears the sentence.
  const status = shown.querySelector<HTMLElement>('[data-live-status]');
  fresh.querySelector('[data-live-status]')?.remove();
  shown.dataset.version = fresh.dataset.version ?? '';
  shown.replaceChildren(...(status === null ? [] : [status]), ...fresh.childNodes);
  if (status !== null) status.textContent = status.dataset.says ?? '';
}
