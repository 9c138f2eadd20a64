import { fileURLToPath } from "node:url";
import {
  Server as GrpcServer,
  loadPackageDefinition,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceClientConstructor,
  type sendUnaryData,
  status,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { TerraformProvider } from "../../providers/provider.ts";
import { bindLocally, type LocalSocket } from "../local-socket.ts";
import { Journal } from "./journal.ts";
import { withProviderBlock } from "./provider-block.ts";
import { providerService } from "./provider-service.ts";

export interface ServeOptions {
  readonly providers: readonly TerraformProvider[];
  /** Types served. Default: all, which takes an engine seconds where a provider has a thousand. */
  readonly types?: ReadonlySet<string>;
  /** File in which the resources are kept. Default: they live as long as the server. */
  readonly journal?: string;
}

export interface SchemaProviders {
  /** Hands the providers to an engine. */
  readonly env: { readonly TF_REATTACH_PROVIDERS: string };
  readonly journal: Journal;
  close(): void;
}

/**
 * Serves providers to an engine from this process, on a socket of its own: nothing is downloaded, launched or reached. The engine must run
 * beside it, never in a call that blocks this process.
 */
export async function serveProviders({ providers, types, journal: path }: ServeOptions): Promise<SchemaProviders> {
  const journal = new Journal(path);
  const servers = await Promise.all(
    providers.map(async (provider) => {
      const service = providerService({ schema: withProviderBlock(provider), types, journal });
      return { source: provider.source, socket: await listen(service) };
    }),
  );
  const attached = servers.map(({ source, socket }) => [
    source,
    {
      Protocol: "grpc",
      ProtocolVersion: 6,
      Pid: process.pid,
      // The engine leaves the process alone when it ends.
      Test: true,
      Addr: { Network: socket.network, String: socket.address },
    },
  ]);
  return {
    env: { TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(attached)) },
    journal,
    close() {
      for (const { socket } of servers) socket.close();
      journal.close();
    },
  };
}

type Service = { readonly [method: string]: (request: never) => object };

async function listen(service: Service): Promise<LocalSocket> {
  const server = new GrpcServer({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  const handlers = Object.entries(service).map(([name, method]) => [
    name,
    (call: ServerUnaryCall<never, object>, respond: sendUnaryData<object>) => {
      try {
        respond(null, method(call.request));
      } catch (error) {
        respond({
          code: status.INTERNAL,
          details: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      }
    },
  ]);
  server.addService(definition().service, Object.fromEntries(handlers));
  return bindLocally(server, ServerCredentials.createInsecure());
}

let protocol: ServiceClientConstructor | undefined;

function definition(): ServiceClientConstructor {
  protocol ??= (
    loadPackageDefinition(
      loadSync(fileURLToPath(new URL("./plugin.proto", import.meta.url)), {
        keepCase: true,
        longs: Number,
        enums: String,
      }),
    ) as unknown as { tfplugin6: { Provider: ServiceClientConstructor } }
  ).tfplugin6.Provider;
  return protocol;
}
