import HeguiColumns
import Synchronization
import Testing

@Suite("Work done ahead")
struct WorkAheadTests {
    @Test("results come in the order of their pieces", arguments: [1, 2, 7])
    func order(threads: Int) {
        var ahead = WorkAhead<Int>(threads: threads)
        var results: [Int] = []
        var piece = 0
        while true {
            while ahead.hasRoom, piece < 500 {
                let number = piece
                // The first pieces take longest.
                ahead.add { (0..<(500 - number) * 50).reduce(number) { ($0 &+ $1 &* 0) } }
                piece += 1
            }
            guard let result = ahead.next() else { break }
            results.append(result)
        }
        #expect(results == Array(0..<500))
    }

    @Test("no more is begun than there is room for", arguments: [1, 2, 7])
    func bounded(threads: Int) {
        let begun = Mutex(0)
        var ahead = WorkAhead<Int>(threads: threads)
        var added = 0
        while ahead.hasRoom {
            ahead.add {
                begun.withLock { $0 += 1 }; return 0
            }
            added += 1
        }
        #expect(added == (threads == 1 ? 1 : threads + 1))
        while ahead.next() != nil {}
        #expect(begun.withLock { $0 } == added)
    }
}
