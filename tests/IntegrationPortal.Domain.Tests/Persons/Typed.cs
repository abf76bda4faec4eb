using CsCheck;

namespace IntegrationPortal.Domain.Tests.Persons;

/// <summary>What somebody types into a field: letters of many scripts, digits, marks and signs without width. CsCheck's own texts end at U+007F.</summary>
internal static class Typed
{
    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.String[Gen.Char["aAäÄßéşŞğnñ ' .-0123456789"], 0, 30],
        Gen.String[Gen.Char["0123456789./- "], 0, 10],
        Gen.String[Gen.Char['\0', '\uFFFF'], 0, 60],
        Gen.String[Gen.Char["أمينةаЮліяনুসরাত\u200B\u200F\u202E\u0301\u0000\t\n"], 0, 20]);
}
