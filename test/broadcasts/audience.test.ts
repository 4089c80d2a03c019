import assert from 'node:assert/strict';
import { inAudience, needsApproval, needsWelsh, offeredAreas, requireAudience } from '../../src/broadcasts/audience.ts';
import { isProductError } from '../../src/errors/product-error.ts';
import { listAreas } from '../../src/people/areas.ts';
import type { Duties } from '../../src/people/person.ts';
import { samplePerson } from '../contract/samples.ts';

const areas = listAreas();
const every = areas.all.map(({ slug }) => slug);
const person = (duties: Partial<Duties>) => samplePerson({ duties: { leads: [], roadmapOwner: false, ...duties } });
const owner = person({ roadmapOwner: true });
const lead = person({ leads: ['wessex', 'north-east', 'an-area-of-old'] });
const staff = person({});

describe('the areas offered to an author', () => {
  it('are all and everybody for the roadmap owner, the own ones for a lead, none for staff', () => {
    assert.deepEqual(offeredAreas(owner, areas), { areas: every, everybody: true });
    assert.deepEqual(offeredAreas(lead, areas), { areas: ['north-east', 'wessex'], everybody: false });
    assert.deepEqual(offeredAreas(staff, areas), { areas: [], everybody: false });
  });
});

describe('approval by a roadmap owner', () => {
  for (const [who, author, asked, needed] of [
    ['a lead', lead, ['wessex'], false],
    ['a lead', lead, ['wessex', 'north-east'], false],
    ['a lead', lead, ['wessex', 'south-east'], true],
    ['a lead', lead, ['south-east'], true],
    ['a lead', lead, every, true],
    ['a lead', lead, 'all', true],
    ['a lead', lead, [], false],
    ['a roadmap owner', owner, 'all', false],
    ['a roadmap owner', owner, every, false],
    ['staff', staff, ['wessex'], true],
  ] as const) {
    it(`is ${needed ? 'needed' : 'not needed'} by ${who} for “${asked}”`, () => {
      assert.equal(needsApproval(author, { areas: asked }, areas), needed);
    });
  }
});

describe('requiring an audience', () => {
  for (const [who, author, asked] of [
    ['a roadmap owner', owner, 'all'],
    ['a roadmap owner', owner, ['hq', 'wessex']],
    ['a lead', lead, ['wessex']],
    ['a lead', lead, ['wessex', 'north-east']],
  ] as const) {
    it(`lets ${who} send to ${asked}`, () => {
      assert.doesNotThrow(() => requireAudience(author, { areas: asked }, areas));
    });
  }

  for (const [who, author, asked, code] of [
    ['anybody', owner, [], 'AudienceEmpty'],
    ['anybody', owner, ['atlantis'], 'AreaUnknown'],
    ['a lead', lead, 'all', 'AudienceNotAllowed'],
    ['a lead', lead, ['wessex', 'south-east'], 'AudienceNotAllowed'],
    ['a lead', lead, ['an-area-of-old'], 'AreaUnknown'],
    ['a lead', lead, every, 'AudienceNotAllowed'],
    ['staff', staff, ['wessex'], 'AudienceNotAllowed'],
  ] as const) {
    it(`refuses ${who} the audience “${asked}” with ${code}`, () => {
      assert.throws(
        () => requireAudience(author, { areas: asked }, areas),
        (error) => isProductError(error, code),
      );
    });
  }
});

describe('Welsh', () => {
  it('is needed as soon as Cymru-Wales is in the audience', () => {
    assert.equal(needsWelsh({ areas: 'all' }, areas), true);
    assert.equal(needsWelsh({ areas: ['wessex', 'cymru-wales'] }, areas), true);
    assert.equal(needsWelsh({ areas: every.filter((slug) => slug !== 'cymru-wales') }, areas), false);
    assert.equal(needsWelsh({ areas: [] }, areas), false);
  });
});

describe('being in an audience', () => {
  it('goes by area', () => {
    assert.equal(inAudience({ areas: 'all' }, 'wessex'), true);
    assert.equal(inAudience({ areas: ['wessex'] }, 'wessex'), true);
    assert.equal(inAudience({ areas: ['hq'] }, 'wessex'), false);
  });
});
