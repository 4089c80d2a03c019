export default function P(_: { itemId?: string; broadcastId?: string }) {
  return <h1>results/prompt-results-page</h1>;
}
