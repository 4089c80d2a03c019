/** An adaptive card, declared as version 1.5, which is what every Teams client renders. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
  readonly [property: string]: unknown;
}

/** One element of a card's body. */
export interface CardElement {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** One button of a card. */
export interface CardAction {
  readonly type: 'Action.Execute' | 'Action.Submit' | 'Action.OpenUrl' | 'Action.ShowCard' | 'Action.ToggleVisibility';
  readonly title: string;
  readonly [property: string]: unknown;
}
