import Glibc

/// Temporary files without a name, which go when the program does, however that ends.
package enum UnnamedFile {
    /// Returns the descriptor of a new file for reading and writing; nil where none can be had.
    package static func open(in folder: String) -> Int32? {
        var path = Array((folder + "/hegui-XXXXXX").utf8CString)
        return unsafe path.withUnsafeMutableBufferPointer { path in
            guard let base = path.baseAddress else { return nil }
            let descriptor = unsafe mkstemp(base)
            guard descriptor >= 0 else { return nil }
            unsafe unlink(base)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return descriptor
        }
    }
}
