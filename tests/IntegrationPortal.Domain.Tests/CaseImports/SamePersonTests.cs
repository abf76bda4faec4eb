using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.CaseImports;

public sealed class SamePersonTests
{
    [Theory]
    [InlineData("Amina Rahimi", "1990-03-12", "Rahimi Amina", "1990-03-12", true)]
    [InlineData("Amina Rahimi", "1990-03-12", "Amina Rahimi Noori", "1990-03-12", true)]
    [InlineData("Amina Rahimi", "1990-03-12", "Amina Rahimi", "1990-12-03", true)]
    [InlineData("Amina Rahimi", "1990-03-12", "Amina Rahimi", "1990-03-13", false)]
    [InlineData("Amina Rahimi", "1990-03-12", "Amina Noori", "1990-03-12", false)]
    [InlineData("Suharto", "1990-03-12", "Suharto", "1990-03-12", true)]
    [InlineData("Amina Rahimi", "1990", "Amina Rahimi", "1990-03-12", true)]
    [InlineData("Amina Rahimi", "1990", "Amina Rahimi", "1991-03-12", false)]
    [InlineData("Amina Rahimi", "1990-03", "Amina Rahimi", "1990-04", false)]
    [InlineData("Amina Rahimi", "", "Amina Rahimi", "1990-03-12", true)]
    [InlineData("Amina Rahimi", "", "Amina Rahimi Noori", "", false)]
    // The first of January is the birthday of many: it takes the whole name.
    [InlineData("Amina Rahimi", "1990-01-01", "Amina Rahimi", "1990-01-01", true)]
    [InlineData("Amina Rahimi", "1990-01-01", "Amina Rahimi Noori", "1990-01-01", false)]
    [InlineData("Amina Rahimi", "1990-01-01", "Amina Rahimi", "1990-07-05", true)]
    public void Somebody_may_be_the_same_person(string name, string born, string other, string otherBorn, bool may)
    {
        Assert.Equal(may, Of(name, born).MayBe(Of(other, otherBorn)));
        Assert.Equal(may, Of(other, otherBorn).MayBe(Of(name, born)));
        Assert.Equal(may, SamePerson.Twice([Of("Ganz Anders", ""), Of(name, born), Of(other, otherBorn)]).TryGetValue(2, out var first) && first == 1);
    }

    [Fact]
    public void Of_ten_thousand_rows_each_is_compared_with_few()
    {
        var people = Enumerable.Range(0, 10_000).Select(i => Of($"Amina Person{(char)('A' + (i % 26))}{(char)('A' + (i / 26 % 26))}{(char)('A' + (i / 676))}", "1990-01-01")).ToList();
        Assert.Empty(SamePerson.Twice(people));
        Assert.Equal(9_999, SamePerson.Twice([.. people.Select(_ => Of("Amina Rahimi", "1990-03-12"))]).Count);
    }

    private static SamePerson Of(string name, string born) =>
        SamePerson.Of(new PersonDetails(name, null, null, born.Length == 0 ? null : PartialDate.FromStored(born), [], false, null, null));
}
