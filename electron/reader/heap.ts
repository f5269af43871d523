/** V8's flags for a reader: so much for its objects; what every file leaves behind is let go early, so that it stays small however many it reads. */
export const heapFlags = (heapMb: number): readonly string[] => [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=8']
