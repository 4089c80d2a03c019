export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>compose/compose-page</h1>;
}
