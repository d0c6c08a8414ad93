export const exampleUrl = "redis://queue.example:6379, or rediss:// for TLS";

export function isRedisUrl(text: string): boolean {
  return URL.canParse(text) && /^rediss?:\/\/[^/]/.test(text);
}
