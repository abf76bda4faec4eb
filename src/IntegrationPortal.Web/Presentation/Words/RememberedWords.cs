using System.Collections.Concurrent;
using System.Globalization;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>
/// Words that were found once are not looked up again: the resource manager lets one thread at a time ask, and a page asks some
/// hundred times.
/// </summary>
internal sealed class RememberedWords(IOptions<LocalizationOptions> options, ILoggerFactory loggers, IHttpContextAccessor requests) : IStringLocalizerFactory
{
    private readonly ResourceManagerStringLocalizerFactory _resources = new(options, loggers);
    private readonly ConcurrentDictionary<Type, IStringLocalizer> _localizers = new();

    public IStringLocalizer Create(Type resourceSource) =>
        _localizers.GetOrAdd(resourceSource, type => type == typeof(PlainTexts)
            ? new Localizer(_resources.Create(type))
            : new PlainLocalizer(type.Name, Create(typeof(PlainTexts)), new Localizer(_resources.Create(type)), requests));

    public IStringLocalizer Create(string baseName, string location) => _resources.Create(baseName, location);

    /// <summary>The plain word where the reader wants them and there is one, else the usual.</summary>
    private sealed class PlainLocalizer(string area, IStringLocalizer plain, IStringLocalizer usual, IHttpContextAccessor requests) : IStringLocalizer
    {
        public LocalizedString this[string name] =>
            PlainWords.AreWanted(requests.HttpContext) && plain[$"{area}.{name}"] is { ResourceNotFound: false } word ? word : usual[name];

        public LocalizedString this[string name, params object[] arguments] =>
            PlainWords.AreWanted(requests.HttpContext) && plain[$"{area}.{name}", arguments] is { ResourceNotFound: false } word ? word : usual[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => usual.GetAllStrings(includeParentCultures);
    }

    private sealed class Localizer(IStringLocalizer inner) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<(CultureInfo Language, string Name), LocalizedString> _found = new();

        public LocalizedString this[string name]
        {
            get
            {
                if (_found.TryGetValue((CultureInfo.CurrentUICulture, name), out var known))
                    return known;
                var word = inner[name];
                // A missing one is not remembered: its name may come from an address, and there is no end of addresses.
                if (!word.ResourceNotFound)
                    _found[(CultureInfo.CurrentUICulture, name)] = word;
                return word;
            }
        }

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var word = this[name];
                return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, word.Value, arguments), word.ResourceNotFound, word.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);
    }
}
