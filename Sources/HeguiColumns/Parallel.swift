import Dispatch
import Synchronization

/// Work that is done by several threads at once.
package enum Parallel {
    /// Does `body` for each number from 0 up to `count`, each once and in no certain order.
    ///
    /// So many `threads` work at once; a single one is the calling thread. `body` gets the number
    /// of its worker, 0 up to `threads`, and the number of the piece.
    package static func run(
        _ count: Int, threads: Int, _ body: @Sendable (_ worker: Int, _ piece: Int) -> Void
    ) {
        let workers = min(threads, count)
        guard workers > 1 else {
            for piece in 0..<count { body(0, piece) }
            return
        }
        let next = Counter()
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            while true {
                let piece = next.take()
                guard piece < count else { return }
                body(worker, piece)
            }
        }
    }

    /// Returns what `body` gives for each number, in their order.
    package static func map<Result: Sendable>(
        _ count: Int, threads: Int, _ body: @Sendable (_ worker: Int, _ piece: Int) -> Result
    ) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        run(count, threads: threads) { worker, piece in
            let result = body(worker, piece)
            results.withLock { $0[piece] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Returns what two pieces of work give, of which each has a thread where there are two.
    package static func both<First: Sendable, Second: Sendable>(
        threads: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let results = Mutex<(First?, Second?)>((nil, nil))
        run(2, threads: threads) { _, piece in
            if piece == 0 {
                let result = first()
                results.withLock { $0.0 = result }
            } else {
                let result = second()
                results.withLock { $0.1 = result }
            }
        }
        guard case (let first?, let second?) = results.withLock({ $0 }) else {
            preconditionFailure("each piece is done once")
        }
        return (first, second)
    }

    private final class Counter: Sendable {
        private let value = Atomic<Int>(0)

        func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
    }
}
