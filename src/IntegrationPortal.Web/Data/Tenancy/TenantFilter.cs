using System.Linq.Expressions;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Tenancy;

/// <summary>
/// Every query of a tenant table names the tenant. The wall is in the database; this lets the planner use the tenant-led
/// keys and turns a forgotten sign-in into no rows twice over. Keys between tenant tables carry the tenant.
/// </summary>
internal static class TenantFilter
{
    public static void Apply(ModelBuilder modelBuilder, PortalDbContext db)
    {
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => typeof(ITenantScoped).IsAssignableFrom(t.ClrType)))
        {
            var row = Expression.Parameter(type.ClrType, "row");
            var own = Expression.Property(Expression.Constant(db), nameof(PortalDbContext.TenantId));
            var tenant = Expression.Convert(Expression.Property(row, nameof(ITenantScoped.TenantId)), typeof(Guid?));
            type.SetQueryFilter(Expression.Lambda(Expression.Equal(tenant, own), row));
            modelBuilder.Entity(type.ClrType).HasOne(typeof(Tenant)).WithMany()
                .HasForeignKey(nameof(ITenantScoped.TenantId)).OnDelete(DeleteBehavior.Restrict);
            // Nothing disappears because something else does; a child taken out of its parent's list is deleted by name.
            foreach (var key in type.GetForeignKeys())
                key.DeleteBehavior = key.IsRequired ? DeleteBehavior.ClientCascade : DeleteBehavior.Restrict;
        }
    }
}
