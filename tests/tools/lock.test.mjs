import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { startOf, withLock } from '../../tools/setup/lock.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spearyx-lock-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts node on a program text; resolves with it when it has printed its first line. */
async function startNode(program) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child) {
  child.kill('SIGKILL');
  await once(child, 'close');
}

describe('the lock', () => {
  const lockModule = new URL('../../tools/setup/lock.mjs', import.meta.url).href;
  const holder = (lock) => `
    import { withLock } from ${JSON.stringify(lockModule)};
    await withLock(${JSON.stringify(lock)}, async () => {
      console.log('held');
      await new Promise((resolve) => setTimeout(resolve, 60000));
    });`;

  test('is waited for while its owner lives, and taken over when that was killed', async () => {
    const lock = join(folder, 'lock');
    const owner = await startNode(holder(lock));
    let entered = false;
    let waited = false;
    const mine = withLock(
      lock,
      async () => {
        entered = true;
      },
      () => {
        waited = true;
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 900));
    assert.equal(waited, true);
    assert.equal(entered, false);
    await kill(owner);
    await mine;
    assert.equal(entered, true);
    assert.deepEqual(readdirSync(lock), []);
  });

  test('is not kept by another process that got the dead owner’s id', async () => {
    const lock = join(folder, 'lock');
    mkdirSync(lock);
    writeFileSync(join(lock, `${process.pid}-1-0`), '');
    assert.equal(await withLock(lock, async () => 'entered', assert.fail), 'entered');
  });

  test('is kept by a child at work when its owner was killed', async () => {
    const lock = join(folder, 'lock');
    const child = await startNode("console.log('up'); setTimeout(() => {}, 60000)");
    const owner = await startNode(`
      import { withLock } from ${JSON.stringify(lockModule)};
      await withLock(${JSON.stringify(lock)}, async (lock) => {
        lock.share(${child.pid});
        console.log('held');
        await new Promise((resolve) => setTimeout(resolve, 60000));
      });`);
    await kill(owner);
    let entered = false;
    const mine = withLock(lock, async () => {
      entered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(entered, false);
    await kill(child);
    await mine;
  });

  test('lets one in at a time, within a process and across processes', async () => {
    const lock = join(folder, 'lock');
    const inside = join(folder, 'inside');
    const program = `
      import { existsSync, rmSync, writeFileSync } from 'node:fs';
      import { withLock } from ${JSON.stringify(lockModule)};
      const enter = () => withLock(${JSON.stringify(lock)}, async () => {
        if (existsSync(${JSON.stringify(inside)})) throw new Error('two at once');
        writeFileSync(${JSON.stringify(inside)}, '');
        await new Promise((resolve) => setTimeout(resolve, 5));
        rmSync(${JSON.stringify(inside)});
      });
      await Promise.all([enter(), enter(), enter(), enter(), enter()]);`;
    const crowd = Array.from({ length: 3 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' }),
    );
    const codes = await Promise.all(crowd.map(async (child) => (await once(child, 'close'))[0]));
    assert.deepEqual(codes, [0, 0, 0]);
  });

  test('is released when the work fails', async () => {
    const lock = join(folder, 'lock');
    await assert.rejects(
      withLock(lock, () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await withLock(lock, async () => 1, assert.fail), 1);
  });

  test('a process that has ended has no start', async () => {
    assert.ok(startOf(process.pid));
    const child = await startNode("console.log('up')");
    if (child.exitCode === null) await once(child, 'close');
    assert.equal(startOf(child.pid), undefined);
  });
});
