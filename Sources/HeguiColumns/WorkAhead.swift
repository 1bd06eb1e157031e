import Dispatch
import Synchronization

/// Pieces of work that threads do ahead of whoever takes their results, which come in order.
///
/// At most one piece more than there are threads is begun and not yet taken, so memory is bounded
/// whatever their number. With a single thread each piece is done when it is added.
package struct WorkAhead<Result: Sendable> {
    /// A result that one thread puts and another waits for.
    private final class Slot: Sendable {
        private let result = Mutex<Result?>(nil)
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
