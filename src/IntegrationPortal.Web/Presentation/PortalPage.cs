using Microsoft.AspNetCore.Mvc.Razor;

namespace IntegrationPortal.Web.Presentation;

/// <summary>
/// What every view is built on (_ViewImports.cshtml). Texts between tags keep a paragraph sign with its number; attributes stay as they are,
/// since what stands in a field is sent back.
/// </summary>
public abstract class PortalPage<TModel> : RazorPage<TModel>
{
    private bool _inAttribute;

    public override void BeginWriteAttribute(string name, string prefix, int prefixOffset, string suffix, int suffixOffset, int attributeValuesCount)
    {
        _inAttribute = true;
        base.BeginWriteAttribute(name, prefix, prefixOffset, suffix, suffixOffset, attributeValuesCount);
    }

    public override void EndWriteAttribute()
    {
        base.EndWriteAttribute();
        _inAttribute = false;
    }

    public override void Write(string? value) => base.Write(_inAttribute ? value : Paragraphs.Kept(value));
}
