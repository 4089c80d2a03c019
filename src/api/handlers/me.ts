import { changeLanguage } from '../../people/change-language.ts';
import type { Handler } from '../handler.ts';
import { areaJson } from '../json/area-json.ts';
import { meJson } from '../json/person-json.ts';

export const getMe: Handler<'getMe'> = async ({ areas }, { person }) => meJson(person, areas);

export const setLanguage: Handler<'setLanguage'> = async ({ people, areas }, { person, body }) =>
  meJson(await changeLanguage(people, person.id, body.language), areas);

export const listAreas: Handler<'listAreas'> = async ({ areas }) => ({ areas: areas.all.map(areaJson) });
