import Glibc
import Hegui

/// The words of the command line.
enum CommandWords {
    /// All but the program's name. What is not UTF-8, such as the name of a file in GBK, stands as the
    /// text of a path, since a plain text would lose it.
    static var all: [String] {
        let words = unsafe UnsafeBufferPointer(
            start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        return unsafe words.dropFirst().compactMap { word in
            guard let word = unsafe word else { return nil }
            let bytes = unsafe UnsafeBufferPointer(start: word, count: strlen(word))
            return DropPaths.text(ofPath: unsafe bytes.map { UInt8(bitPattern: $0) })
        }
    }
}
