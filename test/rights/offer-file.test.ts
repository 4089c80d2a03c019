import assert from 'node:assert/strict';
import { isProductError } from '../../src/errors/product-error.ts';
import { declineOffer, noteOffer, takeOffer } from '../../src/rights/offer-file.ts';
import { openRightsWorld, type RightsWorld, staff } from './rights-world.ts';

const [me, other] = staff.map(({ id }) => id) as [string, string];
const held = { kind: 'held' } as const;
const results = { kind: 'results', broadcastId: '01JD3E9R6Y0000000000000000', format: 'csv' } as const;
const gone = (error: unknown) => isProductError(error, 'FileOfferGone');

describe('the offer of a file', () => {
  let world: RightsWorld;

  beforeEach(async () => {
    world = await openRightsWorld('2026-06-01T09:00:00.000Z');
  });

  it('is taken up once, and known again after that', async () => {
    const id = await noteOffer(world, me, held);
    assert.deepEqual(await takeOffer(world, me, id), held);
    assert.equal(await takeOffer(world, me, id), 'again');
  });

  it('is taken up once when Teams repeats the answer at the same time', async () => {
    const id = await noteOffer(world, me, held);
    const turns = await Promise.all(Array.from({ length: 5 }, () => takeOffer(world, me, id)));
    assert.equal(turns.filter((turn) => turn !== 'again').length, 1);
  });

  it('holds for the person to whom it was made, and for nobody else', async () => {
    const id = await noteOffer(world, me, held);
    await noteOffer(world, other, results);
    await assert.rejects(takeOffer(world, other, id), gone);
    assert.deepEqual(await takeOffer(world, me, id), held);
  });

  it('gives way to the next one', async () => {
    const first = await noteOffer(world, me, held);
    const second = await noteOffer(world, me, held);
    assert.notEqual(first, second);
    await assert.rejects(takeOffer(world, me, first), gone);
    assert.deepEqual(await takeOffer(world, me, second), held);
  });

  it('ends after a day, and when it is declined', async () => {
    const id = await noteOffer(world, me, held);
    world.now = new Date('2026-06-02T09:00:00.001Z');
    await assert.rejects(takeOffer(world, me, id), gone);
    const next = await noteOffer(world, me, held);
    await declineOffer(world, me, 'another');
    await declineOffer(world, me, next);
    await assert.rejects(takeOffer(world, me, next), gone);
  });
});
