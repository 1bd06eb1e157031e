import Foundation
import Testing

@testable import HeguiSheets

@Suite("memory to work with")
struct MachineMemoryTests {
    @Test("limits are looked for where either hierarchy of groups keeps them")
    func files() {
        #expect(
            MachineMemory.limitFiles(of: "0::/user/a:b\n") == [
                "/sys/fs/cgroup/user/a:b/memory.max", "/sys/fs/cgroup/memory.max",
            ])
        let older = "12:cpu,cpuacct:/x\n5:memory:/docker/1\n1:name=systemd:/\n"
        #expect(
            MachineMemory.limitFiles(of: older) == [
                "/sys/fs/cgroup/memory/docker/1/memory.limit_in_bytes",
                "/sys/fs/cgroup/memory/memory.limit_in_bytes",
            ])
        #expect(MachineMemory.limitFiles(of: "0::/\n").first == "/sys/fs/cgroup/memory.max")
        #expect(MachineMemory.limitFiles(of: "").isEmpty)
    }

    @Test("there is memory, and a quarter of it is for columns")
    func bytes() throws {
        let lines = try String(contentsOfFile: "/proc/meminfo", encoding: .utf8)
            .split(separator: "\n")
        let total = try #require(lines.first { $0.hasPrefix("MemTotal:") })
        let kilobytes = try #require(
            total.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        #expect(MachineMemory.bytes > 1 << 20 && MachineMemory.bytes <= kilobytes << 10)
        // Four times as much is all, but for what the division leaves.
        let all = IntakeLimits().columnBytes * 4
        #expect((MachineMemory.bytes - 3...MachineMemory.bytes).contains(all))
    }
}
