using IntegrationPortal.Domain.CaseImports;

namespace IntegrationPortal.Domain.Tests.CaseImports;

public sealed class ImportHeadersTests
{
    [Theory]
    [InlineData("Familienname", ImportField.FamilyName)]
    [InlineData(" VORNAMEN* ", ImportField.GivenNames)]
    [InlineData("Name, Vorname", ImportField.OfficialName)]
    [InlineData("Geb.-Datum", ImportField.Born)]
    [InlineData("geburtsdatum:", ImportField.Born)]
    [InlineData("Date of birth", ImportField.Born)]
    [InlineData("Dolmetscher nötig", ImportField.NeedsInterpreter)]
    [InlineData("Dolmetscher noetig", ImportField.NeedsInterpreter)]
    [InlineData("E-Mail-Adresse", ImportField.Reach)]
    [InlineData("Sprache 2", ImportField.Languages)]
    [InlineData("m/w/d", ImportField.Sex)]
    public void Headings_of_usual_lists_are_known(string header, ImportField field) => Assert.Equal(field, ImportHeaders.Guess(header));

    [Theory]
    [InlineData("Religion")]
    [InlineData("Diagnose")]
    [InlineData("Fluchtgrund")]
    [InlineData("Staatsangehörigkeit")]
    [InlineData("Name der Betreuerin")]
    [InlineData("")]
    public void What_is_not_known_is_left_out(string header) => Assert.Null(ImportHeaders.Guess(header));

    [Fact]
    public void A_name_beside_a_first_name_is_the_family_name() =>
        Assert.Equal([ImportField.FamilyName, ImportField.GivenNames, ImportField.Born], ImportHeaders.Guess(["Name", "Vorname", "Geburtsdatum"]));

    [Fact]
    public void Of_two_columns_for_the_same_thing_the_first_is_proposed_and_the_rest_left_out() =>
        Assert.Equal([ImportField.OfficialName, ImportField.Born, null, ImportField.Reach, ImportField.Reach], ImportHeaders.Guess(["Name", "Geburtsdatum", "Geburtsjahr", "Telefon", "E-Mail"]));
}
