// The web process: settings, connections, listen; on SIGTERM it finishes what it began and goes.
import { createServer } from 'node:http';
import { compose } from './compose.ts';
import { readConfig } from './platform/config.ts';
import { onEnd } from './platform/lifetime.ts';
import { createLog, describeError } from './platform/log.ts';
import { createApp } from './web/create-app.ts';

const DRAIN_MS = 10_000;

const config = readConfig();
if (!config.ok) {
  process.stderr.write(`${config.problem}\n`);
  process.exit(64);
}
const log = createLog('web', config.value.logLevel);

try {
  const portal = await compose(config.value, log);
  const server = createServer(createApp(portal));
  server.listen(config.value.port, config.value.host, () =>
    log.info({ port: config.value.port }, 'the portal listens'),
  );

  const stop = (): void => {
    log.info('the portal is asked to stop');
    const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(patience);
      portal.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    server.closeIdleConnections();
  };
  onEnd(stop, { withParent: config.value.mode !== 'production' });
} catch (error) {
  log.fatal({ err: describeError(error) }, 'the portal could not start');
  process.exit(1);
}
