internal import Glibc

/// How much memory there is to work with.
enum MachineMemory {
    /// The machine's memory in bytes, or what a container leaves of it.
    static let bytes: Int = {
        let whole = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        return min(whole, allowed(at: "/sys/fs/cgroup/memory.max") ?? whole)
    }()

    /// The number in a file of the system; nil where there is none.
    private static func allowed(at path: String) -> Int? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe read(file, $0.baseAddress, $0.count)
        }
        let digits = bytes.prefix(max(count, 0)).prefix { (0x30...0x39).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
