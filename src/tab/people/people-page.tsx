export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>people/people-page</h1>;
}
