import { useFocusFinders } from '@fluentui/react-components';

/**
 * Shows nothing, and stands for as long as the tab does. An open dialog hides what is behind it from screen readers, and
 * Fluent shows that again a moment after the dialog has gone, unless by then nothing on the page uses Fluent's handling
 * of the focus: then all of the tab would stay hidden. This uses it always.
 */
export default function DialogKeeper(): undefined {
  useFocusFinders();
}
