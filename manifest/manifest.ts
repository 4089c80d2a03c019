/** The parts of a Teams app manifest that this package uses. A value is read as one only after the schema check. */
export interface Manifest {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly version: string;
  readonly developer: { readonly websiteUrl: string; readonly privacyUrl: string; readonly termsOfUseUrl: string };
  readonly name: { readonly short: string; readonly full?: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly icons: { readonly color: string; readonly outline: string };
  readonly localizationInfo?: LocalizationInfo;
  readonly bots?: readonly Bot[];
  readonly staticTabs?: readonly { readonly entityId: string; readonly name?: string }[];
  readonly configurableTabs?: readonly { readonly scopes: readonly string[] }[];
  readonly webApplicationInfo?: { readonly id: string; readonly resource?: string };
  readonly supportsChannelFeatures?: string | null;
  readonly validDomains?: readonly string[];
}

export interface LocalizationInfo {
  readonly defaultLanguageTag: string;
  readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[];
}

export interface Bot {
  readonly botId: string;
  readonly scopes: readonly string[];
  readonly commandLists?: readonly CommandList[];
}

export interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly Command[];
}

export interface Command {
  readonly title: string;
  readonly description?: string;
}

/** A localisation file: its own `$schema`, and a text for each path into the manifest, such as `name.short`. */
export type Localisation = Readonly<Record<string, string>>;

/**
 * Every text in the manifest that a localisation file can replace, by its path.
 * Source: the Teams localisation schema, as far as this manifest uses it.
 */
export function localisableTexts(manifest: Manifest): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const add = (path: string, text: string | undefined) => {
    if (text !== undefined) texts.set(path, text);
  };
  add('name.short', manifest.name.short);
  add('name.full', manifest.name.full);
  add('description.short', manifest.description.short);
  add('description.full', manifest.description.full);
  for (const [bot, { commandLists = [] }] of (manifest.bots ?? []).entries()) {
    for (const [list, { commands }] of commandLists.entries()) {
      for (const [index, command] of commands.entries()) {
        const path = `bots[${bot}].commandLists[${list}].commands[${index}]`;
        add(`${path}.title`, command.title);
        add(`${path}.description`, command.description);
      }
    }
  }
  for (const [tab, { name }] of (manifest.staticTabs ?? []).entries()) add(`staticTabs[${tab}].name`, name);
  return texts;
}
