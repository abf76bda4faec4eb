using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Knowledge;

public sealed class HandbookEntryMapping : IEntityTypeConfiguration<HandbookEntry>
{
    /// <summary>Of two entries with one address the second is refused.</summary>
    public const string OneAddress = "ix_handbook_entry_one_address";

    public void Configure(EntityTypeBuilder<HandbookEntry> builder)
    {
        builder.ToTable("handbook_entry");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Slug).HasMaxLength(Slug.Length);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.Ignore(e => e.Public);
        builder.Ignore(e => e.Open);
        builder.Ignore(e => e.IsShipped);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(e => e.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HandbookEntry>().WithMany().HasForeignKey(e => e.OriginId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Versions).WithOne().HasForeignKey(v => v.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.EarlierSlugs).WithOne().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasIndex(e => new { e.Kind, e.Slug }).IsUnique().HasDatabaseName(OneAddress);
        builder.HasIndex(e => new { e.MunicipalityId, e.Kind });
    }
}

public sealed class EarlierSlugMapping : IEntityTypeConfiguration<EarlierSlug>
{
    public void Configure(EntityTypeBuilder<EarlierSlug> builder)
    {
        builder.ToTable("earlier_slug");
        builder.HasKey(s => new { s.Kind, s.Slug });
        builder.Property(s => s.Slug).HasMaxLength(Slug.Length);
        builder.HasIndex(s => s.EntryId);
    }
}
