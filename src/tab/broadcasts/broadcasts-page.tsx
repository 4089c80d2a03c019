export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>broadcasts/broadcasts-page</h1>;
}
