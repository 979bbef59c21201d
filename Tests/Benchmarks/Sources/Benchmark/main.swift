import Concord
import Foundation

let file = CommandLine.arguments[1]
let data = try Data(contentsOf: URL(fileURLWithPath: file))
nonisolated(unsafe) let bytes = [UInt8](data)
nonisolated(unsafe) var lines: [UnsafeBufferPointer<UInt8>] = []
let whole = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
whole.initialize(from: bytes, count: bytes.count)
var begin = 0
for i in 0..<bytes.count where whole[i] == 10 { lines.append(UnsafeBufferPointer(start: whole + begin, count: i - begin)); begin = i + 1 }
func timed(_ name: String, _ body: () -> Int) {
    var best = Double.infinity
    var check = 0
    for _ in 0..<5 {
        let start = ContinuousClock.now
        check = body()
        let d = ContinuousClock.now - start
        best = min(best, Double(d.components.seconds) + Double(d.components.attoseconds) * 1e-18)
    }
    print("\(name): \(Int(Double(lines.count) / best)) records/s \(Int(Double(bytes.count) / best / 1e6)) MB/s check \(check)")
}
print(MemoryLayout<TimeEntry>.size, MemoryLayout<RecordHeader>.size, MemoryLayout<ExternalReference>.size, MemoryLayout<ResolvedRate>.size)
print(String(decoding: try TimeEntry(json: lines[0]).json(), as: UTF8.self) == String(decoding: lines[0], as: UTF8.self))
let only = CommandLine.arguments.count > 2 ? CommandLine.arguments[2] : ""
if only != "both" {
timed("decode") {
    var n = 0
    for line in lines { if (try? TimeEntry(json: line)) != nil { n += 1 } }
    return n
}
}
if only != "decode" {
timed("decode+encode") {
    var n = 0
    var writer = JSONWriter()
    for line in lines { if let e = try? TimeEntry(json: line) { writer.removeAll(); e.writeDocument(to: &writer); n += writer.count } }
    return n
}
}

if only == "encode" {
    let entries = lines.map { try! Draft<TimeEntry>(json: $0).record() }
    timed("encode") {
        var n = 0
        var writer = JSONWriter()
        for e in entries { writer.removeAll(); e.writeDocument(to: &writer); n += writer.count }
        return n
    }
}
