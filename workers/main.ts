// The worker process: tells facts to queues and does what they ask for; on SIGTERM it finishes the jobs in hand and goes.
import { compose } from '../src/compose.ts';
import { readConfig } from '../src/platform/config.ts';
import { onEnd } from '../src/platform/lifetime.ts';
import { createLog, describeError } from '../src/platform/log.ts';
import { startWorkers } from './start-workers.ts';

const config = readConfig();
if (!config.ok) {
  process.stderr.write(`${config.problem}\n`);
  process.exit(64);
}
const log = createLog('worker', config.value.logLevel);

try {
  const portal = await compose(config.value, log);
  const workers = startWorkers(portal);
  log.info('the worker works');
  onEnd(
    () => {
      log.info('the worker is asked to stop');
      workers
        .stop()
        .then(() => portal.close())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    },
    { withParent: config.value.mode !== 'production' },
  );
} catch (error) {
  log.fatal({ err: describeError(error) }, 'the worker could not start');
  process.exit(1);
}
