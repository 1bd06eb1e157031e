#if SANITIZED
import Glibc

/// A value that one thread at a time sees.
///
/// The thread sanitizer does not see the lock of Synchronization, which asks the kernel by itself, and
/// would take what it guards for a race. It knows the one of pthread.
@safe
package final class Locked<Value>: @unchecked Sendable {
    private var value: Value
    private let lock: UnsafeMutablePointer<pthread_mutex_t>

    package init(_ value: sending Value) {
        self.value = value
        unsafe lock = .allocate(capacity: 1)
        unsafe lock.initialize(to: pthread_mutex_t())
        unsafe pthread_mutex_init(lock, nil)
    }

    deinit {
        unsafe pthread_mutex_destroy(lock)
        unsafe lock.deallocate()
    }

    /// Returns what `body` makes of the value, which is its own until it returns.
    package func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        return try body(&value)
    }
}
#else
package import Synchronization

/// A value that one thread at a time sees.
package typealias Locked = Mutex
#endif
