import EOrderRules
import Testing

/// Particulars are compared however they were written.
@Suite struct TraceTests {
  @Test(
    arguments: [
      (TraceKind.nik, "1371014505900001", "1371014505900001"), (.nik, "1371 0145 0590 0001", ""),
      (.nik, "137101450590000", ""), (.nik, "019a1b2c-0000-7000-8000-000000000000", ""),
      (.phone, "+62 812-3456-7890", "6281234567890"), (.phone, "081234567890", "6281234567890"),
      (.phone, "112", ""), (.account, "00123 456", "123456"), (.account, "0012", ""),
      (.address, "Jl. Melati No. 05, RT 01/RW 02", "jalan melati 5 rt 1 rw 2"),
      (.address, "jalan MELATI nomor 5 RT 1 RW 2", "jalan melati 5 rt 1 rw 2"),
      (.address, "Jalan Melati Raya", ""), (.address, "Melati 5", ""),
    ])
  func `the normal form of a particular`(kind: TraceKind, text: String, normal: String) {
    #expect(kind.normal(text) == normal)
  }

  @Test(
    arguments: [
      ("13.71", "jalan melati 5 @ 13.71"), ("13.71.05.1001", "jalan melati 5 @ 13.71"),
      ("13.75", "jalan melati 5 @ 13.75"), ("13", ""), ("", ""),
    ])
  func `an address is one of its town`(region: String, normal: String) {
    #expect(TraceKind.normal(address: "Jl. Melati No. 05", in: RegionCode(region)) == normal)
    #expect(TraceKind.normal(address: "Jalan Melati Raya", in: RegionCode(region)) == "")
  }
}
