import CScan

/// Memory straight from the system, all zero, for numbers that are many.
@safe
final class Pages: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let size: Int

    init(size: Int) {
        self.size = max(size, 1)
        guard let memory = unsafe cscan_pages(self.size) else {
            // As the standard library does where there is no memory.
            preconditionFailure("out of memory")
        }
        unsafe base = memory
    }

    deinit { unsafe cscan_give_back(base, size) }
}
