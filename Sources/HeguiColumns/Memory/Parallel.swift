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
        let results = Locked([Result?](repeating: nil, count: count))
        run(count, threads: threads) { worker, piece in
            let result = body(worker, piece)
            results.withLock { $0[piece] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Returns the results of two pieces of work, each on a thread of its own if there are two.
    package static func both<First: Sendable, Second: Sendable>(
        threads: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let results = Locked<(First?, Second?)>((nil, nil))
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

/// Pieces of work that threads do ahead of their consumer, which takes the results in order.
///
/// At most one piece more than there are threads is begun and not yet taken, so memory is bounded
/// whatever their number. With a single thread each piece is done when it is added.
package struct WorkAhead<Result: Sendable> {
    /// A result that one thread puts and another waits for.
    private final class Slot: Sendable {
        private let result = Locked<Result?>(nil)
        private let isThere = DispatchSemaphore(value: 0)

        func put(_ result: Result) {
            self.result.withLock { $0 = result }
            isThere.signal()
        }

        func take() -> Result? {
            isThere.wait()
            return result.withLock { $0.take() }
        }
    }

    private let threads: Int
    private var slots: [Slot] = []

    package init(threads: Int) {
        self.threads = max(threads, 1)
    }

    /// Whether a piece more may be begun.
    package var hasRoom: Bool { slots.count < (threads == 1 ? 1 : threads + 1) }

    /// Begins a piece.
    package mutating func add(_ work: @escaping @Sendable () -> Result) {
        let slot = Slot()
        slots.append(slot)
        if threads == 1 { return slot.put(work()) }
        DispatchQueue.global(qos: .userInitiated).async { slot.put(work()) }
    }

    /// Returns the result of the first piece that was not taken yet, once it is there; nil where
    /// none is left.
    package mutating func next() -> Result? {
        slots.isEmpty ? nil : slots.removeFirst().take()
    }
}
