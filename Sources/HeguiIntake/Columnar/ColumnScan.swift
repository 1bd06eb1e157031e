internal import HeguiColumns
internal import HeguiDiagnostics
internal import HeguiSheets

/// Reads one file into segments, by several threads, cut where records begin.
struct ColumnScan: Sendable {
    let file: ColumnFile
    let readers: [FieldReader]
    let separator: UInt8
    let columnCount: Int
    let bodyStart: Int
    /// One for each thread.
    let benches: [ScanBench]

    /// How much of a file is scanned at a time: little enough to stay near the core.
    private static let piece = 1 << 20
    /// What is read beyond a piece, for the record that crosses its end.
    private static let margin = 1 << 16
    /// How much of a file is in memory at a time, unless a record is longer.
    static let window = piece + margin

    private enum Result: Sendable {
        case segment(Segment)
        case refusal(RecordScanner.Refusal)
        /// The file could not be read, or a record does not end.
        case failure
    }

    /// Returns the segments in the order of the file.
    ///
    /// - Throws: what is in the file that columns cannot hold.
    func segments() throws(ScanFailure) -> [Segment] {
        let count = max(1, (file.size - bodyStart + Self.piece - 1) / Self.piece)
        let scanners = benches.map { bench in
            RecordScanner(
                readers, separator: separator, columnCount: columnCount, arena: bench.arena)
        }
        let results = Parallel.map(count, threads: benches.count) { worker, piece in
            scan(piece, from: nil, scanners[worker], into: benches[worker].text)
        }
        var segments: [Segment] = []
        var end = bodyStart
        for (piece, result) in results.enumerated() {
            let limit = bodyStart + (piece + 1) * Self.piece
            var result = result
            if !begins(result, at: end) {
                // A record crosses the whole piece, or its first line feed stood within quotes.
                if end >= limit { continue }
                result = scan(piece, from: end, scanners[0], into: benches[0].text)
            }
            switch result {
            case .segment(let segment):
                end = segment.end
                if segment.rowCount > 0 { segments.append(segment) }
            case .refusal(let refusal): throw .refused(refusal)
            case .failure: throw .unreadable
            }
        }
        return segments
    }

    /// Whether a piece was scanned from where the record before it ends; what seems wrong with one
    /// may come from a wrong start.
    private func begins(_ result: Result, at end: Int) -> Bool {
        if case .segment(let segment) = result { return segment.start == end }
        return false
    }

    /// What keeps a file from being scanned.
    enum ScanFailure: Error {
        case refused(RecordScanner.Refusal)
        case unreadable
    }

    /// Scans the records that begin in a piece; `start` says where the first one does, if known.
    private func scan(
        _ piece: Int, from start: Int?, _ scanner: RecordScanner, into text: TextBuffer
    ) -> Result {
        let first = bodyStart + piece * Self.piece
        let limit = min(first + Self.piece, file.size)
        // From the byte before, which tells whether a record begins with the piece.
        let offset = start ?? (piece == 0 ? first : first - 1)
        var length = max(0, limit - offset) + Self.margin
        var kept = 0
        while true {
            let got = file.read(length - kept, at: offset + kept, into: text, keeping: kept)
            guard got >= 0 else { return .failure }
            let isLast = offset + text.count >= file.size
            let begin: Int?
            if start != nil || piece == 0 { begin = 0 } else { begin = text.lineStart(after: 0) }
            guard let begin else {
                if isLast { return .segment(scanner.nothing(at: file.size)) }
                (kept, length) = (text.count, length * 2)
                continue
            }
            if offset + begin >= limit {
                return .segment(scanner.nothing(at: offset + begin))
            }
            do throws(RecordScanner.Refusal) {
                let segment = try scanner.scan(
                    text, from: begin, limit: limit - offset, isLast: isLast)
                if let segment {
                    segment.move(by: offset)
                    return .segment(segment)
                }
            } catch {
                return .refusal(error)
            }
            if isLast { return .failure }
            (kept, length) = (text.count, length * 2)
        }
    }
}

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
