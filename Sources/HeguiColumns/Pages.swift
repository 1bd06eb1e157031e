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

    /// Takes the memory into use now, by the thread that will work on it.
    func claim() {
        // A page that is read before it is written costs twice.
        for place in stride(from: 0, to: size, by: 1 << 21) {
            unsafe base.storeBytes(of: 0, toByteOffset: place, as: UInt8.self)
        }
    }

    deinit { unsafe cscan_give_back(base, size) }
}
