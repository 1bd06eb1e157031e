internal import Glibc
internal import HeguiDiagnostics

/// Why the system refused to open or look at a path.
package struct SystemFailure: Error {
    let reason: Message

    init(_ number: Int32) {
        reason =
            switch number {
            case ENOENT: Message(zh: "路径不存在", en: "there is no such path")
            case EACCES, EPERM: Message(zh: "没有读取权限", en: "permission denied")
            case ELOOP: Message(zh: "链接循环", en: "the links go in a circle")
            case ENAMETOOLONG: Message(zh: "路径太长", en: "the path is too long")
            default: Message(zh: "系统错误 \(number)", en: "system error \(number)")
            }
    }
}
