import CScan
import Glibc

/// Memory straight from the system, all zero, for numbers that are many.
@safe
final class Pages: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let size: Int
    private let isMapped: Bool

    init(size: Int) {
        self.size = max(size, 1)
        guard let memory = unsafe cscan_pages(self.size) else {
            // As the standard library does where there is no memory.
            preconditionFailure("out of memory")
        }
        unsafe base = memory
        isMapped = false
    }

    /// A part of a file that begins with a page; nil where the system refuses.
    init?(mapping descriptor: Int32, from start: Int, size: Int) {
        let memory = unsafe mmap(
            nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, off_t(start))
        guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { return nil }
        unsafe base = memory
        self.size = size
        isMapped = true
    }

    /// Takes the memory into use now, by the thread that will work on it.
    func claim() {
        // A page that is read before it is written costs twice.
        for place in stride(from: 0, to: size, by: 1 << 21) {
            unsafe base.storeBytes(of: 0, toByteOffset: place, as: UInt8.self)
        }
    }

    deinit {
        if isMapped {
            unsafe munmap(base, size)
        } else {
            unsafe cscan_give_back(base, size)
        }
    }
}
