import Glibc

/// The drafts that are being written, so that none stays behind where a signal ends the program.
///
/// What the handler does is safe at any moment: it goes over memory that is never freed, and
/// unlinks.
enum DraftRegister {
    /// A command writes fewer files at once; more would only not be removed.
    private static let capacity = 256

    private nonisolated(unsafe) static let paths:
        UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
            let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
                capacity: capacity)
            unsafe paths.initialize(repeating: nil, count: capacity)
            return unsafe paths
        }()

    /// Installs the handlers when it is first used, after the table is there.
    private static let isWatching: Bool = {
        _ = unsafe paths
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let before = signal(number) { number in
                DraftRegister.removeAll()
                // Ends the program as if it had not been caught.
                _ = signal(number, SIG_DFL)
                raise(number)
            }
            // What the caller has ignored, as nohup does, stays ignored.
            let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
            if unsafe unsafeBitCast(before, to: Int.self) == ignored {
                _ = signal(number, SIG_IGN)
            }
        }
        return true
    }()

    /// Notes the draft at `path`, before it is made.
    static func add(_ path: String) {
        guard isWatching else { return }
        for place in 0..<capacity where unsafe paths[place] == nil {
            unsafe paths[place] = strdup(path)
            return
        }
    }

    /// Forgets the draft at `path`, after it took its place or was removed.
    static func remove(_ path: String) {
        for place in 0..<capacity {
            guard let known = unsafe paths[place], unsafe strcmp(known, path) == 0 else { continue }
            // The handler may be looking at it, so it is not freed.
            unsafe paths[place] = nil
            return
        }
    }

    private static func removeAll() {
        var place = 0
        while place < capacity {
            if let path = unsafe paths[place] { _ = unsafe unlink(path) }
            place += 1
        }
    }
}
