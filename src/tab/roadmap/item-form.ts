import type { ItemChange, RoadmapItemJson } from '../../api/contract/roadmap.ts';
import type { Texts } from '../../language/texts.ts';
import type { RoughDate } from '../../roadmap/rough-date.ts';

/** An item as a form holds it: every text is there, and empty where nothing is written. */
export interface ItemForm {
  readonly kind: ItemChange['kind'];
  readonly title: Texts;
  readonly summary: Texts;
  readonly maturity: ItemChange['maturity'];
  readonly objectives: ItemChange['objectives'];
  readonly outcomeText: Texts;
  readonly outcomeWhen: RoughDate;
  readonly dependsOn: Texts;
  readonly hasContract: boolean;
  readonly contract: Texts;
  /** YYYY-MM-DD, or empty. */
  readonly expires: string;
  readonly nextStarts: RoughDate;
  readonly extensionOptions: Texts;
  readonly risk: Texts;
  readonly victimsAndWitnesses: Texts;
  readonly approach: ItemChange['approach'];
  readonly visibility: ItemChange['visibility'];
  /** Empty: for everybody. */
  readonly areas: readonly string[];
}

const nothing: Texts = { en: '' };
const unknown: RoughDate = { precision: 'unknown' };

/** The form of an item that nobody has written anything of. */
export const emptyItem: ItemForm = {
  kind: 'programme',
  title: nothing,
  summary: nothing,
  maturity: 'early',
  objectives: [],
  outcomeText: nothing,
  outcomeWhen: unknown,
  dependsOn: nothing,
  hasContract: false,
  contract: nothing,
  expires: '',
  nextStarts: unknown,
  extensionOptions: nothing,
  risk: nothing,
  victimsAndWitnesses: nothing,
  approach: 'strategic',
  visibility: 'internal',
  areas: [],
};

export function toForm(item: RoadmapItemJson): ItemForm {
  const { contract } = item;
  return {
    kind: item.kind,
    title: item.title,
    summary: item.summary,
    maturity: item.maturity,
    objectives: item.objectives,
    outcomeText: item.outcome.text,
    outcomeWhen: item.outcome.when,
    dependsOn: item.dependsOn ?? nothing,
    hasContract: contract !== undefined,
    contract: contract?.contract ?? nothing,
    expires: contract?.expires ?? '',
    nextStarts: contract?.nextStarts ?? unknown,
    extensionOptions: contract?.extensionOptions ?? nothing,
    risk: item.risk ?? nothing,
    victimsAndWitnesses: item.victimsAndWitnesses ?? nothing,
    approach: item.approach,
    visibility: item.visibility,
    areas: item.areas ?? [],
  };
}

/** What the API takes: texts without what is empty. */
export function toChange(form: ItemForm): ItemChange {
  return {
    kind: form.kind,
    title: written(form.title),
    summary: written(form.summary),
    maturity: form.maturity,
    objectives: [...form.objectives],
    outcome: { text: written(form.outcomeText), when: form.outcomeWhen },
    ...optional('dependsOn', form.dependsOn),
    ...(form.hasContract
      ? {
          contract: {
            contract: written(form.contract),
            expires: form.expires,
            nextStarts: form.nextStarts,
            ...optional('extensionOptions', form.extensionOptions),
          },
        }
      : {}),
    ...optional('risk', form.risk),
    ...optional('victimsAndWitnesses', form.victimsAndWitnesses),
    approach: form.approach,
    visibility: form.visibility,
    ...(form.areas.length === 0 ? {} : { areas: [...form.areas] }),
  };
}

export const requiredFields = ['title', 'summary', 'outcomeText', 'contract', 'expires'] as const;
export type RequiredField = (typeof requiredFields)[number];

/** The fields that must be filled in before it can be saved. */
export function missingIn(form: ItemForm): readonly RequiredField[] {
  const isEmpty = (field: RequiredField) => {
    const value = form[field];
    return (typeof value === 'string' ? value : value.en).trim() === '';
  };
  return requiredFields.filter((field) => isEmpty(field) && (form.hasContract || !isOfContract(field)));
}

/** The id of a new item: the words of its title, as an address can hold them. */
export function idOf({ en }: Texts): string {
  const words = en
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .split(/[ -]+/)
    .filter((word) => word !== '');
  const id = words.join('-').slice(0, 64).replace(/-$/, '');
  return id === 'index' ? 'index-item' : id;
}

function isOfContract(field: RequiredField): boolean {
  return field === 'contract' || field === 'expires';
}

function written({ en, cy = '' }: Texts): { en: string; cy?: string } {
  return cy.trim() === '' ? { en: en.trim() } : { en: en.trim(), cy: cy.trim() };
}

function optional<N extends string>(name: N, texts: Texts): { [K in N]?: { en: string; cy?: string } } {
  return (texts.en.trim() === '' ? {} : { [name]: written(texts) }) as { [K in N]?: { en: string; cy?: string } };
}
