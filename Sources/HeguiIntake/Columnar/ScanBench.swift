internal import HeguiColumns

/// What one thread reads with, for one file after another.
struct ScanBench: Sendable {
    let text: TextBuffer
    let arena: CellArena

    /// Returns benches for a drop of so many bytes.
    static func benches(
        _ threads: Int, bytes: Int, memory: ColumnMemory
    ) -> [ScanBench] {
        // Much memory at once spares the system work, which a small drop has no use for.
        let piece = min(max(bytes / threads / 16, 1 << 16), 2 << 20)
        return (0..<threads).map { _ in
            ScanBench(
                text: TextBuffer(capacity: min(bytes, ColumnScan.window) + 1),
                arena: CellArena(piece: piece, from: memory))
        }
    }
}
