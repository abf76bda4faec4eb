using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Knowledge;

public sealed class PublishedPageMapping : IEntityTypeConfiguration<PublishedPage>
{
    public void Configure(EntityTypeBuilder<PublishedPage> builder)
    {
        builder.ToTable("published_page");
        builder.HasKey(p => new { p.Kind, p.Slug, p.Language });
        builder.Property(p => p.Slug).HasMaxLength(Slug.Length);
        builder.PrimitiveCollection(p => p.Places).HasColumnType("text[]");
        builder.Property(p => p.Partner).HasMaxLength(HandbookPartner.KeyLength);
        // Only until everything is shelved anew, which the same start does.
        builder.Property(p => p.TextLanguage).HasDefaultValue(EntryLanguage.De).HasSentinel(EntryLanguage.De);
        builder.HasIndex(p => p.Words).HasMethod("gin");
        builder.HasIndex(p => p.EntryId);
        builder.HasIndex(p => new { p.Language, p.Kind, p.Position });
        builder.HasIndex(p => new { p.Language, p.PublishedAt });
    }
}

public sealed class HandbookPartnerMapping : IEntityTypeConfiguration<HandbookPartner>
{
    public void Configure(EntityTypeBuilder<HandbookPartner> builder)
    {
        builder.ToTable("handbook_partner");
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).HasMaxLength(HandbookPartner.KeyLength);
        builder.Property(p => p.Language).HasMaxLength(3);
        builder.Ignore(p => p.Country);
        builder.Ignore(p => p.About);
        builder.Ignore(p => p.Terms);
    }
}

public sealed class HandbookWordMapping : IEntityTypeConfiguration<HandbookWord>
{
    public void Configure(EntityTypeBuilder<HandbookWord> builder)
    {
        builder.ToTable("handbook_word");
        builder.HasKey(w => new { w.Language, w.Word });
        builder.HasIndex(w => w.Word).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}

public sealed class GlossaryTermMapping : IEntityTypeConfiguration<GlossaryTerm>
{
    public void Configure(EntityTypeBuilder<GlossaryTerm> builder)
    {
        builder.ToTable("glossary_term");
        builder.HasKey(t => t.Code);
        builder.Property(t => t.Code).HasMaxLength(60);
        builder.PrimitiveCollection(t => t.Words).HasColumnType("text[]");
    }
}
