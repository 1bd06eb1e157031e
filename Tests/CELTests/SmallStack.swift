import Glibc

/// Runs work on a thread with a small stack, as the threads of a pool have.
enum SmallStack {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// 512 KiB; what the sanitizers add to every frame comes on top of that.
    private static var size: Int {
        #if SANITIZED
        4 << 20
        #else
        512 << 10
        #endif
    }

    /// Returns when `body` has run on a thread with such a stack.
    static func run(_ body: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setstacksize(&attributes, size)
        var thread = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
        unsafe pthread_create(
            &thread, &attributes,
            { context in
                if let context = unsafe context {
                    unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                }
                return nil
            }, work)
        pthread_join(thread, nil)
        unsafe pthread_attr_destroy(&attributes)
    }
}
