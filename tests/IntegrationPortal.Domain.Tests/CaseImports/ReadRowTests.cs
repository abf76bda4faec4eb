using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.CaseImports;

public sealed class ReadRowTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private static readonly ImportLists Lists = new(
        [("fa-AF", "fa-AF"), ("Dari", "fa-AF"), ("Ukrainisch", "uk"), ("українська", "uk"), ("Kurdisch (Sorani)", "ckb")],
        [("T2-RKW", "T2-RKW"), ("T12-WOHN", "T12-WOHN"), ("Rechtskreiswechsel", "T2-RKW")],
        [("Duldung", Status("toleration")), ("§ 25 Abs. 2 AufenthG", Status("recognised"))]);

    [Theory]
    [InlineData("12.03.1990", "1990-03-12")]
    [InlineData("1990-03-12 00:00:00", "1990-03-12")]
    [InlineData("00.00.1990", "1990")]
    [InlineData("03.1990", "1990-03")]
    [InlineData("1990", "1990")]
    [InlineData(" ١٩٩٠ ", "1990")]
    public void A_birth_date_is_read_as_people_write_it(string cell, string stored) =>
        Assert.Equal(stored, Read((ImportField.OfficialName, "Amina Rahimi"), (ImportField.Born, cell)).Person!.Born!.Value.ToString());

    [Theory]
    [InlineData(ImportField.Born, "03/12/1990", "date-unreadable")]
    [InlineData(ImportField.Born, "12.03.90", "date-unreadable")]
    [InlineData(ImportField.Born, "32954", "date-unreadable")]
    [InlineData(ImportField.Born, "01.12.2026", "date-in-future")]
    [InlineData(ImportField.Sex, "unbekannt", "table-sex-unknown")]
    [InlineData(ImportField.Languages, "Dari, Klingonisch", "table-language-unknown")]
    [InlineData(ImportField.NeedsInterpreter, "manchmal", "table-yes-or-no")]
    [InlineData(ImportField.Template, "T13", "table-template-unknown")]
    [InlineData(ImportField.ResidenceStatus, "irgendetwas", "table-status-unknown")]
    [InlineData(ImportField.CalledName, "Ami\u202Ena", "name-direction-override")]
    [InlineData(ImportField.NameInOwnScript, "?????", "name-without-letters")]
    [InlineData(ImportField.CalledName, "A?i", "table-letters-lost")]
    [InlineData(ImportField.Reach, "0151\u0001", "table-no-text")]
    public void What_does_not_fit_is_told_at_its_column(ImportField field, string cell, string code)
    {
        var read = Read((ImportField.OfficialName, "Amina Rahimi"), (field, cell));
        Assert.False(read.IsRight);
        Assert.Equal((field, code), (Assert.Single(read.Problems).Field, read.Problems[0].No.Code));
    }

    [Fact]
    public void All_that_is_wrong_with_a_row_is_told_at_once()
    {
        var read = Read((ImportField.OfficialName, ""), (ImportField.Born, "x"), (ImportField.Sex, "y"), (ImportField.Reach, new string('r', Person.ReachLength + 1)));
        Assert.Equal(["name-missing", "date-unreadable", "table-sex-unknown", "table-text-too-long"], read.Problems.Select(p => p.No.Code));
    }

    [Theory]
    [InlineData("Amina", "Rahimi", "Amina Rahimi")]
    [InlineData("Suharto", "", "Suharto")]
    [InlineData("", "Ağca", "Ağca")]
    public void Either_part_of_a_name_may_be_missing_and_nothing_is_split(string given, string family, string official) =>
        Assert.Equal(official, Read((ImportField.FamilyName, family), (ImportField.GivenNames, given)).Person!.OfficialName);

    [Fact]
    public void Several_columns_say_how_to_reach_somebody_and_which_languages_they_speak()
    {
        var read = Read((ImportField.OfficialName, "A"), (ImportField.Reach, "0151 1"), (ImportField.Reach, ""), (ImportField.Reach, "a@b.example\nabends"), (ImportField.Languages, "Dari; українська"), (ImportField.Languages, "dari/Kurdisch (Sorani)"));
        Assert.Equal("0151 1, a@b.example, abends", read.Person!.Reach);
        Assert.Equal(["fa-AF", "uk", "ckb"], read.Person.Languages);
    }

    [Fact]
    public void Facts_say_what_a_fact_recorded_by_hand_may_say()
    {
        var read = Read((ImportField.OfficialName, "A"), (ImportField.ResidenceStatus, "§ 25 Abs. 2 AufenthG"), (ImportField.StatusUntil, "2027-01-31"), (ImportField.LanguageLevel, "B1"));
        Assert.Equal([new ImportedFact(FactKind.ResidenceStatus, Lists.Status("§ 25 Abs. 2 AufenthG"), "", new DateOnly(2027, 1, 31)), new ImportedFact(FactKind.LanguageLevel, null, "B1", null)], read.Facts);
        Assert.Equal("table-status-ended", Assert.Single(Read((ImportField.OfficialName, "A"), (ImportField.ResidenceStatus, "Duldung"), (ImportField.StatusUntil, "31.01.2020")).Problems).No.Code);
        Assert.Equal("date-unreadable", Assert.Single(Read((ImportField.OfficialName, "A"), (ImportField.ResidenceStatus, "Duldung"), (ImportField.StatusUntil, "2027")).Problems).No.Code);
    }

    [Theory]
    [InlineData("table-no-name", ImportField.Born)]
    [InlineData("table-two-names", ImportField.OfficialName, ImportField.FamilyName)]
    [InlineData("table-field-twice", ImportField.OfficialName, ImportField.Born, ImportField.Born)]
    [InlineData("table-until-without-status", ImportField.OfficialName, ImportField.StatusUntil)]
    [InlineData(null, ImportField.GivenNames, ImportField.Reach, ImportField.Reach, ImportField.Languages, ImportField.Languages)]
    public void Columns_mean_what_makes_a_person(string? code, params ImportField[] fields) => Assert.Equal(code, ImportFields.WhyNotMean(fields)?.Code);

    private static FactCode Status(string code) => new() { Kind = FactKind.ResidenceStatus, Code = code, NameDe = code, NameEn = code, Source = "Test", ValidFrom = new DateOnly(2020, 1, 1) };

    private static ImportedPerson Read(params (ImportField Field, string Cell)[] row) => ReadRow.Of([.. row.Select(c => c.Field)], [.. row.Select(c => c.Cell)], Lists, Today);
}
