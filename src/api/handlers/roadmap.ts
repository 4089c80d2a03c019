import { ProductError } from '../../errors/product-error.ts';
import { addItem as add, changeItem as change } from '../../roadmap/change-item.ts';
import { filterItems } from '../../roadmap/filter-items.ts';
import { itemHistory } from '../../roadmap/item-history.ts';
import type { RoadmapItem } from '../../roadmap/roadmap-item.ts';
import type { Versioned } from '../../storage/versioned.ts';
import { entityTag } from '../entity-tag.ts';
import type { Handler } from '../handler.ts';

export const listRoadmap: Handler<'listRoadmap'> = async ({ roadmap }, { query }) => ({
  items: filterItems(await roadmap.list(), query),
});

export const getItem: Handler<'getItem'> = async ({ roadmap }, { params }) => {
  const stored = await roadmap.get(params.itemId);
  if (stored === undefined) throw new ProductError('ItemUnknown');
  const history = itemHistory(await roadmap.versions(params.itemId));
  const { value: item, etag } = stored;
  return { body: { item, etag: entityTag(etag), history }, etag };
};

export const addItem: Handler<'addItem'> = async (services, { person, body }) => {
  const { id, ...text } = body;
  return shown(await add(services, person, id, text));
};

export const changeItem: Handler<'changeItem'> = async (services, { person, params, body, seen }) =>
  shown(await change(services, person, params.itemId, body, seen));

function shown({ value: item, etag }: Versioned<RoadmapItem>) {
  return { body: { item, etag: entityTag(etag) }, etag };
}
