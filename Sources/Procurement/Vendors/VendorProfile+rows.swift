import EOrderRules
import Foundation
package import Postgres
import Tenancy

extension VendorProfile: RowDecodable {
  package init(row: inout Row) throws {
    legalForm = try row.code()
    businessName = try row.next()
    ownerName = try row.next()
    ownerNik = try row.next()
    nib = try row.next()
    npwp = try row.next(String?.self).flatMap { NPWP($0) }
    size = try row.code()
    capital = try row.next()
    yearlySales = try row.next()
    kbli = try row.next(SQLArray<String>.self).elements.compactMap { KBLI($0) }
    vatRegistered = try row.next()
    let letter = (number: try row.next(String?.self), until: try row.next(Day?.self))
    finalTaxLetter = letter.until.map { TaxLetter(number: letter.number ?? "", validUntil: $0) }
    exemptBandStatement = ExemptBandStatement(
      date: try row.next(Day?.self), turnoverBefore: try row.next(Rupiah?.self))
    email = try row.next()
    phone = try row.next()
    street = try row.next()
    regionCode = try row.next()
    bankCode = try row.next()
    accountNumber = try row.next()
    accountName = try row.next()
    serviceRegions = try row.next(SQLArray<String>.self).elements
    isForeign = try row.next()
    let exemption = (number: try row.next(String?.self), until: try row.next(Day?.self))
    withholdingExemption = exemption.until.map {
      TaxLetter(number: exemption.number ?? "", validUntil: $0)
    }
  }

  /// The profile's columns of `vendor v`, in the order in which they are read.
  static let columns: SQL = """
    v.legal_form, v.business_name, v.owner_name, v.owner_nik, v.nib, v.npwp, v.size, v.capital, v.yearly_sales,
    v.kbli, v.vat_registered, v.final_tax_letter_number, v.final_tax_letter_until, v.exempt_band_date,
    v.exempt_band_turnover, v.email, v.phone, v.street, v.region_code, v.bank_code, v.account_number, v.account_name,
    v.service_regions, v.is_foreign, v.exemption_number, v.exemption_until
    """
}

/// Profiles with the ids of their vendors, written together.
struct VendorProfiles {
  let ids: [UUID]
  let profiles: [VendorProfile]

  /// Inserts vendors in `draft`.
  func insertion(at now: Date) -> SQL {
    """
    INSERT INTO vendor (id, legal_form, business_name, owner_name, owner_nik, nib, npwp, size, capital, yearly_sales,
      kbli, vat_registered, final_tax_letter_number, final_tax_letter_until, exempt_band_date, exempt_band_turnover,
      email, phone, street, region_code, bank_code, account_number, account_name, service_regions, is_foreign,
      exemption_number, exemption_until, state, created_at, updated_at)
    SELECT t.*, 'draft', \(now), \(now) FROM (\(table)) t
    """
  }

  /// Writes the profiles of vendors that are there, and what owners' accounts and products repeat of them.
  func update(at now: Date) -> [SQL] {
    [
      accounts,
      """
      UPDATE vendor v SET legal_form = t.legal_form, business_name = t.business_name, owner_name = t.owner_name,
        owner_nik = t.owner_nik, nib = t.nib, npwp = t.npwp, size = t.size, capital = t.capital,
        yearly_sales = t.yearly_sales, kbli = t.kbli, vat_registered = t.vat_registered,
        final_tax_letter_number = t.final_tax_letter_number, final_tax_letter_until = t.final_tax_letter_until,
        exempt_band_date = t.exempt_band_date, exempt_band_turnover = t.exempt_band_turnover, email = t.email,
        phone = t.phone, street = t.street, region_code = t.region_code, bank_code = t.bank_code,
        account_number = t.account_number, account_name = t.account_name, service_regions = t.service_regions,
        is_foreign = t.is_foreign, exemption_number = t.exemption_number, exemption_until = t.exemption_until,
        traced = false, wake_at = CASE WHEN v.state = 'verified' THEN \(now) ELSE v.wake_at END, updated_at = \(now),
        version = v.version + 1
      FROM (\(table)) t WHERE v.id = t.id
      """,
      """
      UPDATE product p SET vendor_name = t.business_name, region_code = t.region_code,
        service_regions = t.service_regions, version = p.version + 1
      FROM (\(table)) t
      WHERE p.vendor_id = t.id AND (p.vendor_name, p.region_code, p.service_regions)
        IS DISTINCT FROM (t.business_name, t.region_code, t.service_regions)
      """,
    ]
  }

  /// The owner's account follows what changes of the vendor; what the account itself changed stays.
  private var accounts: SQL {
    """
    UPDATE app_user u SET
      email = CASE WHEN v.email = t.email THEN u.email ELSE t.email END,
      email_proved_at = CASE WHEN v.email = t.email THEN u.email_proved_at END,
      phone = CASE WHEN v.phone = t.phone THEN u.phone ELSE t.phone END,
      name = CASE WHEN v.owner_name = t.owner_name THEN u.name ELSE t.owner_name END,
      person = CASE WHEN v.owner_nik = t.owner_nik THEN u.person ELSE t.owner_nik END,
      version = u.version + 1
    FROM (\(table)) t JOIN vendor v ON v.id = t.id
    WHERE u.vendor_id = t.id
      AND (v.email, v.phone, v.owner_name, v.owner_nik) IS DISTINCT FROM (t.email, t.phone, t.owner_name, t.owner_nik)
      AND EXISTS (SELECT FROM office_holding r WHERE r.user_id = u.id AND r.role = 'vendor_owner')
    """
  }

  /// The profiles as a table; an empty text stands for a value that is not there.
  private var table: SQL {
    """
    SELECT u.id, u.legal_form, u.business_name, u.owner_name, u.owner_nik, u.nib, nullif(u.npwp, '') AS npwp, u.size,
           u.capital, u.yearly_sales, string_to_array(u.kbli, '|') AS kbli,
           u.vat_registered::boolean AS vat_registered,
           nullif(u.final_tax_letter_number, '') AS final_tax_letter_number,
           nullif(u.final_tax_letter_until, '')::date AS final_tax_letter_until,
           nullif(u.exempt_band_date, '')::date AS exempt_band_date,
           nullif(u.exempt_band_turnover, '')::bigint AS exempt_band_turnover, u.email, u.phone, u.street,
           u.region_code, u.bank_code, u.account_number, u.account_name,
           string_to_array(u.service_regions, '|') AS service_regions, u.is_foreign::boolean AS is_foreign,
           nullif(u.exemption_number, '') AS exemption_number,
           nullif(u.exemption_until, '')::date AS exemption_until
    FROM unnest(\(SQLArray(ids)), \(texts(\.legalForm.rawValue)), \(texts(\.businessName)), \(texts(\.ownerName)),
      \(texts(\.ownerNik)), \(texts(\.nib)), \(texts { $0.npwp?.description }), \(texts(\.size.rawValue)),
      \(SQLArray(profiles.map(\.capital.amount))), \(SQLArray(profiles.map(\.yearlySales.amount))),
      \(texts { $0.kbli.map(\.description).joined(separator: "|") }), \(texts { String($0.vatRegistered) }),
      \(texts(\.finalTaxLetter?.number)), \(texts { $0.finalTaxLetter?.validUntil.description }),
      \(texts { $0.exemptBandStatement?.date.description }),
      \(texts { $0.exemptBandStatement.map { String($0.turnoverBefore.amount) } }), \(texts(\.email)),
      \(texts(\.phone)), \(texts(\.street)), \(texts(\.regionCode)), \(texts(\.bankCode)),
      \(texts(\.accountNumber)), \(texts(\.accountName)), \(texts { $0.serviceRegions.joined(separator: "|") }),
      \(texts { String($0.isForeign) }), \(texts(\.withholdingExemption?.number)),
      \(texts { $0.withholdingExemption?.validUntil.description }))
      AS u(id, legal_form, business_name, owner_name, owner_nik, nib, npwp, size, capital, yearly_sales, kbli,
        vat_registered, final_tax_letter_number, final_tax_letter_until, exempt_band_date, exempt_band_turnover,
        email, phone, street, region_code, bank_code, account_number, account_name, service_regions,
        is_foreign, exemption_number, exemption_until)
    """
  }

  private func texts(_ member: (VendorProfile) -> String?) -> SQLArray<String> {
    SQLArray(profiles.map { member($0) ?? "" })
  }
}
