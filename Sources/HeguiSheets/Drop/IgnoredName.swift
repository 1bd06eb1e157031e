internal import Glibc
internal import HeguiDiagnostics

/// The names of files and folders that programs leave behind and that nobody means to hand in.
enum IgnoredName {
    /// Returns why a file or folder of this name is left aside, or nil where it is to be read.
    static func reason(_ name: String) -> Message? {
        let lower = name.lowercased()
        if lower.hasPrefix("~$") || lower.hasPrefix(".~lock") || lower.hasPrefix(".~") {
            return Message(
                zh: "表格程序的锁定文件（原文件可能正被打开）",
                en: "a lock file of a spreadsheet program, which may have the table open"
            )
        }
        if lower.hasPrefix(".") { return Message(zh: "隐藏文件", en: "a hidden file") }
        let systemNames = ["thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db", "$recycle.bin"]
        if systemNames.contains(lower) { return Message(zh: "系统文件", en: "a system file") }
        let temporaryEndings = [".tmp", ".temp", ".part", ".crdownload", ".bak~", "~"]
        if lower.hasPrefix("~") || temporaryEndings.contains(where: lower.hasSuffix) {
            return Message(zh: "临时文件", en: "a temporary file")
        }
        return nil
    }
}

/// The names of files that this process is about to write.
package enum DraftName {
    /// What they end with; no other process has the same.
    package static let ending = ".\(getpid()).part"
}
